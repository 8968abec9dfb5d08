package dev.footnote.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.source.Citation;
import dev.footnote.source.Source;

/** What a dataset holds, by the noun of its records, whatever the files are like. */
public final class Contents {

    /** The columns of the citations that stand in no record's own line. */
    public static final List<String> CITATIONS = List.of("subject", "field", "source", "locator", "note", "quote", "stance");

    /** The resource of a delta package that tells which records go, and its one column. */
    public static final String DELETIONS = "deletions";
    public static final String RECORD = "record";

    private final Descriptor descriptor;
    private final List<Carrier> carriers = new ArrayList<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();

    public Contents(Graph graph, Folder folder, Descriptor descriptor, Faults faults) {
        this.descriptor = descriptor;
        Set<Noun> ordered = new LinkedHashSet<>();
        visit(graph, graph.noun(Source.class), ordered);
        graph.nouns().forEach(noun -> visit(graph, noun, ordered));
        List<String> known = new ArrayList<>();
        for (Noun noun : ordered) {
            known.add(noun.resource());
            if (noun.entity() != Citation.class) {
                carriers.add(new Carrier(noun));
            }
        }
        if (descriptor.delta()) {
            known.add(DELETIONS);
        }
        known.stream().filter(descriptor.files()::containsKey).forEach(name -> tables.put(name,
                new Table(folder, descriptor.files().get(name), tables.size(), faults)));
        descriptor.files().keySet().stream().filter(name -> !known.contains(name))
                .forEach(name -> faults.add(Descriptor.FILE, 0, 0, unknown(name, known)));
    }

    private static String unknown(String name, List<String> known) {
        return name.equals(DELETIONS)
                ? "The resource \"deletions\" belongs in a package that holds only what has changed."
                        + " Write \"footnote\": {\"delta\": true} beside the resources, or leave it out."
                : "The resource \"" + name + "\" is none that Footnote knows. It knows " + String.join(", ", known) + ".";
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

    /** All nouns that have records of their own, those ahead that others name; citations are not among them. */
    public List<Carrier> carriers() {
        return carriers;
    }

    public boolean has(Noun noun) {
        return descriptor.files().containsKey(noun.resource());
    }

    /** Reads all records of a noun, or all citations that stand in no record's own line; those that cannot be are faults. */
    public void read(Noun noun, Consumer<Line> reading) throws IOException {
        if (noun.entity() == Citation.class) {
            tables.get(noun.resource()).read(CITATIONS, List.of("subject", "source"), reading);
        } else {
            Carrier carrier = carriers.stream().filter(one -> one.noun() == noun).findFirst().orElseThrow();
            tables.get(noun.resource()).read(carrier.headers(), carrier.needed(), reading);
        }
    }

    /** Whether only what has changed is told: records that are new or written anew, and those that go. */
    public boolean delta() {
        return descriptor.delta();
    }

    public boolean hasDeletions() {
        return tables.containsKey(DELETIONS);
    }

    /** Reads which records go: each line names one in the column {@link #RECORD}, such as {@code organization:xiaomi}. */
    public void deletions(Consumer<Line> reading) throws IOException {
        tables.get(DELETIONS).read(List.of(RECORD), List.of(RECORD), reading);
    }

    /** What is wrong with a line that was read before. */
    public Fault fault(long place, String header, String message) {
        Table table = List.copyOf(tables.values()).get(Place.file(place));
        return table.fault(Place.line(place), header, message);
    }
}
