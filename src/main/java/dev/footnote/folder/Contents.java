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

    private final Descriptor descriptor;
    private final List<Carrier> carriers = new ArrayList<>();
    private final Map<Noun, Table> tables = new LinkedHashMap<>();

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
            if (has(noun)) {
                tables.put(noun, new Table(folder, descriptor.files().get(noun.resource()), tables.size(), faults));
            }
        }
        descriptor.files().keySet().stream().filter(name -> !known.contains(name))
                .forEach(name -> faults.add(Descriptor.FILE, 0, 0, "The resource \"" + name
                        + "\" is none that Footnote knows. It knows " + String.join(", ", known) + "."));
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
            tables.get(noun).read(CITATIONS, List.of("subject", "source"), reading);
        } else {
            Carrier carrier = carriers.stream().filter(one -> one.noun() == noun).findFirst().orElseThrow();
            tables.get(noun).read(carrier.headers(), carrier.needed(), reading);
        }
    }

    /** What is wrong with a line that was read before. */
    public Fault fault(long place, String header, String message) {
        Table table = List.copyOf(tables.values()).get(Place.file(place));
        return table.fault(Place.line(place), header, message);
    }
}
