package dev.footnote.folder;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.source.Citation;
import dev.footnote.source.Source;

/** The files of a dataset by the noun that they carry, those ahead that others name. */
public final class Contents {

    private final Folder folder;
    private final Descriptor descriptor;
    private final List<Carrier> carriers = new ArrayList<>();

    public Contents(Graph graph, Folder folder, Descriptor descriptor, Faults faults) {
        this.folder = folder;
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

    public List<Carrier> carriers() {
        return carriers;
    }

    public boolean has(Noun noun) {
        return descriptor.files().containsKey(noun.resource());
    }

    public Table table(Noun noun, Faults faults) {
        return new Table(folder, descriptor.files().get(noun.resource()), faults);
    }
}
