package dev.footnote.dataset.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.footnote.dataset.datapackage.*;
import dev.footnote.dataset.storage.ResourceDescriptor;
import dev.footnote.metamodel.Metamodel;

/** Mapping of a foreign Data Package: for each of our resources, the rules by which it is read from foreign ones. */
public final class Mapping {

    /** Name of the mapping file, which is in the same folder as the descriptor. */
    public static final String FILE = "footnote.json";

    private final String file;
    private final DatasetProblems problems;
    private final Map<String, List<MappingRule>> rules = new LinkedHashMap<>();

    private Mapping(String file, DatasetProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a mapping.
     *
     * @param file its name, for problems
     * @param problems receives everything that is wrong with it
     */
    public static Mapping read(InputStream in, String file, DatasetProblems problems) throws IOException {
        Mapping mapping = new Mapping(file, problems);
        try {
            LocatedJson said = LocatedJson.read(in);
            if (said.map() == null) {
                problems.add(file, 1, 1, "Write an object with our resources, such as {\"people\": {\"from\": \"persons\","
                        + " \"columns\": {\"id\": \"{person_id}\", \"name\": \"{full_name}\"}}}.");
            } else {
                MappingRuleParser reading = new MappingRuleParser(file, problems);
                said.map().forEach((resource, rules) -> mapping.rules.put(resource,
                        rules.list().stream().map(reading::rule).filter(rule -> rule != null).toList()));
            }
        } catch (JsonProcessingException e) {
            problems.add(file, e.getLocation().getLineNr(), e.getLocation().getColumnNr(),
                    "This is no JSON: " + e.getOriginalMessage() + ".");
        }
        return mapping;
    }

    /** Creates a reader for a foreign package. Mismatches between mapping and package are reported as errors. */
    public DatasetReader contents(Metamodel metamodel, DatasetFolder folder, DataPackageDescriptor descriptor,
            DatasetProblems problems) throws IOException {
        List<MappingRule> all = rules.values().stream().flatMap(List::stream).toList();
        if (isBroken(descriptor, all, problems)) {
            return new DatasetReader(metamodel, descriptor.delta(), Map.of());
        }
        Map<String, UnmappedReport.Original> originals = new LinkedHashMap<>();
        Map<String, Map<String, List<String>>> parts = new LinkedHashMap<>();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (ResourceDescriptor resource : descriptor.resources().values()) {
            parts.put(resource.name(), new CsvTableReader(folder, resource, 0, new DatasetProblems()).columns());
            columns.put(resource.name(), distinct(parts.get(resource.name())));
        }
        Map<String, Set<String>> unread = SourceRow.unread(columns, all);
        descriptor.resources().forEach((name, resource) -> originals.put(name,
                new UnmappedReport.Original(new CsvTableReader(folder, resource, 0, problems), columns.get(name),
                        unread.get(name))));
        Map<String, EntityColumns> columnsByResource = columnsByResource(metamodel);
        new MappingValidator(file, problems, columns, parts, resources(metamodel, descriptor), columnsByResource).check(rules);
        Map<String, RecordSource> feeds = new LinkedHashMap<>();
        if (problems.none()) {
            UnmappedReport losses = new UnmappedReport(file, originals, all, problems);
            rules.forEach((resource, own) -> feeds.put(resource, new MappedRecordSource(resource, feeds.size(),
                    parts(own, folder, descriptor, unread), columnsByResource.get(resource), losses)));
        }
        return new DatasetReader(metamodel, descriptor.delta(), feeds);
    }

    private static List<String> resources(Metamodel metamodel, DataPackageDescriptor descriptor) {
        List<String> names = DatasetReader.resources(metamodel);
        if (descriptor.delta()) {
            names.add(DatasetReader.DELETIONS);
        }
        return names;
    }

    private static Map<String, EntityColumns> columnsByResource(Metamodel metamodel) {
        Map<String, EntityColumns> columns = new LinkedHashMap<>();
        DatasetReader.allColumns(metamodel)
                .forEach(entity -> columns.put(entity.entityType().resource(), entity));
        return columns;
    }

    private static List<String> distinct(Map<String, List<String>> columns) {
        return columns.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** Whether a rule reads a resource that cannot be read. Other unreadable resources are reported as warnings. */
    private static boolean isBroken(DataPackageDescriptor descriptor, List<MappingRule> all, DatasetProblems problems) {
        Set<String> read = all.stream().map(MappingRule::from).collect(Collectors.toSet());
        descriptor.broken().forEach((name, broken) -> broken.forEach(read.contains(name) ? problems::add : problems::warn));
        return !problems.none();
    }

    private static List<MappedRecordSource.Part> parts(List<MappingRule> rules, DatasetFolder folder,
            DataPackageDescriptor descriptor,
            Map<String, Set<String>> unread) {
        List<MappedRecordSource.Part> parts = new ArrayList<>();
        for (MappingRule rule : rules) {
            ResourceDescriptor resource = descriptor.resources().get(rule.from());
            // problems of the file itself are reported once, when unmapped data is counted
            parts.add(new MappedRecordSource.Part(rule, new CsvTableReader(folder, resource, 0, new DatasetProblems()),
                    resource.files().size(),
                    unread.get(rule.from())));
        }
        return parts;
    }
}
