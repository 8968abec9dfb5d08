package dev.footnote.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.footnote.folder.Carrier;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Descriptor;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Feed;
import dev.footnote.folder.Folder;
import dev.footnote.folder.Table;
import dev.footnote.graph.Graph;
import dev.footnote.store.Resource;

/** What tells how a foreign Data Package is read: for each of our resources, by which rules from which of theirs. */
public final class Mapping {

    /** The file beside the descriptor. */
    public static final String FILE = "footnote.json";

    private final String file;
    private final Faults faults;
    private final Map<String, List<Rule>> rules = new LinkedHashMap<>();

    private Mapping(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /**
     * Reads a mapping.
     *
     * @param file its name, for faults
     * @param faults gets all that is wrong with it
     */
    public static Mapping read(InputStream in, String file, Faults faults) throws IOException {
        Mapping mapping = new Mapping(file, faults);
        try {
            Said said = Said.read(in);
            if (said.map() == null) {
                faults.add(file, 1, 1, "Write an object with our resources, such as {\"people\": {\"from\": \"persons\","
                        + " \"columns\": {\"id\": \"{person_id}\", \"name\": \"{full_name}\"}}}.");
            } else {
                RuleReading reading = new RuleReading(file, faults);
                said.map().forEach((resource, rules) -> mapping.rules.put(resource,
                        rules.list().stream().map(reading::rule).filter(rule -> rule != null).toList()));
            }
        } catch (JsonProcessingException e) {
            faults.add(file, e.getLocation().getLineNr(), e.getLocation().getColumnNr(),
                    "This is no JSON: " + e.getOriginalMessage() + ".");
        }
        return mapping;
    }

    /** The contents of a foreign package; where the mapping does not fit it, the faults say so. */
    public Contents contents(Graph graph, Folder folder, Descriptor descriptor, Faults faults) throws IOException {
        List<Rule> all = rules.values().stream().flatMap(List::stream).toList();
        if (isBroken(descriptor, all, faults)) {
            return new Contents(graph, descriptor.delta(), Map.of());
        }
        Map<String, Losses.Original> originals = new LinkedHashMap<>();
        Map<String, Map<String, List<String>>> parts = new LinkedHashMap<>();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (Resource resource : descriptor.resources().values()) {
            parts.put(resource.name(), new Table(folder, resource, 0, new Faults()).columns());
            columns.put(resource.name(), distinct(parts.get(resource.name())));
        }
        Map<String, Set<String>> unread = Foreign.unread(columns, all);
        descriptor.resources().forEach((name, resource) -> originals.put(name,
                new Losses.Original(new Table(folder, resource, 0, faults), columns.get(name), unread.get(name))));
        Map<String, Carrier> carriers = new LinkedHashMap<>();
        new Contents(graph, false, Map.of()).carriers().forEach(carrier -> carriers.put(carrier.noun().resource(), carrier));
        List<String> known = Contents.resources(graph);
        if (descriptor.delta()) {
            known.add(Contents.DELETIONS);
        }
        new Fitting(file, faults, columns, parts, known, carriers).check(rules);
        Map<String, Feed> feeds = new LinkedHashMap<>();
        if (faults.none()) {
            Losses losses = new Losses(file, originals, all, faults);
            rules.forEach((resource, own) -> feeds.put(resource, new MappedFeed(resource, feeds.size(),
                    parts(own, folder, descriptor, unread), carriers.get(resource), losses)));
        }
        return new Contents(graph, descriptor.delta(), feeds);
    }

    private static List<String> distinct(Map<String, List<String>> columns) {
        return columns.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** Whether a rule reads a resource that cannot be read; of the others it is told that they are left out. */
    private static boolean isBroken(Descriptor descriptor, List<Rule> all, Faults faults) {
        Set<String> read = all.stream().map(Rule::from).collect(Collectors.toSet());
        descriptor.broken().forEach((name, broken) -> broken.forEach(read.contains(name) ? faults::add : faults::warn));
        return !faults.none();
    }

    private static List<MappedFeed.Part> parts(List<Rule> rules, Folder folder, Descriptor descriptor,
            Map<String, Set<String>> unread) {
        List<MappedFeed.Part> parts = new ArrayList<>();
        for (Rule rule : rules) {
            Resource resource = descriptor.resources().get(rule.from());
            // what is wrong with the file itself is told once, when losses are counted
            parts.add(new MappedFeed.Part(rule, new Table(folder, resource, 0, new Faults()), resource.files().size(),
                    unread.get(rule.from())));
        }
        return parts;
    }
}
