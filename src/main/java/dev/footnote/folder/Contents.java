package dev.footnote.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.source.Citation;
import dev.footnote.source.Source;
import dev.footnote.store.Resource;

/** What a dataset holds, by the noun of its records, whatever the files are like. */
public final class Contents {

    /** The columns of the citations that stand in no record's own line. */
    public static final List<String> CITATIONS = List.of("subject", "field", "source", "locator", "note", "quote", "stance");
    public static final List<String> NEEDED_OF_CITATIONS = List.of("subject", "source");

    /** The resource of a delta package that tells which records go, and its one column. */
    public static final String DELETIONS = "deletions";
    public static final String RECORD = "record";

    private final boolean delta;
    private final List<Carrier> carriers;
    private final Map<String, Feed> feeds = new LinkedHashMap<>();

    /**
     * @param delta whether only what has changed is told
     * @param feeds by resource, in the order of their numbers from 0
     */
    public Contents(Graph graph, boolean delta, Map<String, ? extends Feed> feeds) {
        this.delta = delta;
        this.feeds.putAll(feeds);
        this.carriers = carriers(graph);
    }

    public Contents(Graph graph, Folder folder, Descriptor descriptor, Faults faults) {
        this(graph, descriptor.delta(), tables(graph, folder, descriptor, faults));
    }

    private static Map<String, Table> tables(Graph graph, Folder folder, Descriptor descriptor, Faults faults) {
        List<String> known = resources(graph);
        if (descriptor.delta()) {
            known.add(DELETIONS);
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        for (Resource resource : descriptor.resources().values()) {
            // a desktop may have written the name of a file in capitals
            String name = resource.name().toLowerCase(Locale.ROOT);
            if (!known.contains(name)) {
                faults.add(folder.has(Descriptor.FILE) ? Descriptor.FILE : resource.files().get(0), 0, 0,
                        unknown(resource.name(), known));
            } else if (tables.put(name, new Table(folder, resource, tables.size(), faults)) != null) {
                faults.add(resource.files().get(0), 0, 0,
                        "There are two resources of that name, in capitals and not. Keep one.");
            }
        }
        return tables;
    }

    private static String unknown(String name, List<String> known) {
        return name.equals(DELETIONS)
                ? "The resource \"deletions\" belongs in a package that holds only what has changed."
                        + " Write \"footnote\": {\"delta\": true} beside the resources, or leave it out."
                : "The resource \"" + name + "\" is none that Footnote knows. It knows " + String.join(", ", known) + ".";
    }

    /** The names of all resources that a dataset may have, those ahead that others name. */
    public static List<String> resources(Graph graph) {
        return new ArrayList<>(ordered(graph).stream().map(Noun::resource).toList());
    }

    /** All nouns that have records of their own, those ahead that others name; citations are not among them. */
    public static List<Carrier> carriers(Graph graph) {
        return ordered(graph).stream().filter(noun -> noun.entity() != Citation.class).map(Carrier::new).toList();
    }

    private static Set<Noun> ordered(Graph graph) {
        Set<Noun> ordered = new LinkedHashSet<>();
        visit(graph, graph.noun(Source.class), ordered);
        graph.nouns().forEach(noun -> visit(graph, noun, ordered));
        return ordered;
    }

    private static void visit(Graph graph, Noun noun, Set<Noun> ordered) {
        if (noun.resource() == null || ordered.contains(noun)) {
            return;
        }
        for (Member member : noun.members()) {
            if (member instanceof Member.ToOne way && way.target() != noun.entity()) {
                visit(graph, graph.noun(way.target()), ordered);
            }
        }
        ordered.add(noun);
    }

    /** The same as of all datasets; which of them it has, {@link #has} says. */
    public List<Carrier> carriers() {
        return carriers;
    }

    public boolean has(Noun noun) {
        return feeds.containsKey(noun.resource());
    }

    /** Reads all records of a noun, or all citations that stand in no record's own line; those that cannot be are faults. */
    public void read(Noun noun, Consumer<Line> reading) throws IOException {
        if (noun.entity() == Citation.class) {
            feeds.get(noun.resource()).read(CITATIONS, NEEDED_OF_CITATIONS, reading);
        } else {
            Carrier carrier = carriers.stream().filter(one -> one.noun() == noun).findFirst().orElseThrow();
            feeds.get(noun.resource()).read(carrier.headers(), carrier.needed(), reading);
        }
    }

    /** How much of the records of a noun that are being read lies behind, from 0 to 1; 0 as well where nobody knows. */
    public double share(Noun noun) {
        return feeds.get(noun.resource()).share();
    }

    /** Whether there are records of a noun in the files that are not read, because somebody does not want them. */
    public boolean leavesOut(Noun noun) {
        return has(noun) && feeds.get(noun.resource()).leavesOut();
    }

    /** Reads the ids of those. */
    public void leftOut(Noun noun, Consumer<String> reading) throws IOException {
        feeds.get(noun.resource()).leftOut(reading);
    }

    /** Whether only what has changed is told: records that are new or written anew, and those that go. */
    public boolean delta() {
        return delta;
    }

    public boolean hasDeletions() {
        return feeds.containsKey(DELETIONS);
    }

    /** Reads which records go: each line names one in the column {@link #RECORD}, such as {@code organization:xiaomi}. */
    public void deletions(Consumer<Line> reading) throws IOException {
        feeds.get(DELETIONS).read(List.of(RECORD), List.of(RECORD), reading);
    }

    /** Where the records of a noun come from; null where the dataset has none. */
    public Feed feed(Noun noun) {
        return feeds.get(noun.resource());
    }

    /** Finds out ahead of {@link #fault} in which cells of lines a column stands. */
    public void look(String header, Collection<Long> places) throws IOException {
        Map<Integer, List<Feed.Place>> byFeed = places.stream().map(Feed.Place::of)
                .collect(Collectors.groupingBy(Feed.Place::feed));
        List<Feed> all = List.copyOf(feeds.values());
        for (Map.Entry<Integer, List<Feed.Place>> some : byFeed.entrySet()) {
            all.get(some.getKey()).look(header, some.getValue());
        }
    }

    /** The file and the line of a place, such as {@code people.csv:2}. */
    public String where(long place) {
        Fault there = fault(place, null, null, "");
        return there.file() + ":" + there.line();
    }

    /** What is wrong with a line that was read before. */
    public Fault fault(long place, String header, String message) {
        return fault(place, header, null, message);
    }

    /** @param value what the cell says */
    public Fault fault(long place, String header, String value, String message) {
        Feed.Place found = Feed.Place.of(place);
        return List.copyOf(feeds.values()).get(found.feed()).fault(found, header, value, message);
    }
}
