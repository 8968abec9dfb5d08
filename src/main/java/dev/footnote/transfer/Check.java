package dev.footnote.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.footnote.folder.Carrier;
import dev.footnote.folder.Column;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Line;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.source.Citation;

/** The first reading of a dataset: numbers every record and finds every fault; nothing is written. */
final class Check {

    private final Graph graph;
    private final Contents contents;
    private final Faults faults;
    private final Ids ids;
    private final Citing citing;
    /** References that may point at a line further down. */
    private final List<Runnable> open = new ArrayList<>();

    Check(Graph graph, Contents contents, Ids ids, Faults faults) {
        this.graph = graph;
        this.contents = contents;
        this.ids = ids;
        this.faults = faults;
        this.citing = new Citing(graph, ids);
    }

    void run() throws IOException {
        for (Carrier carrier : contents.carriers()) {
            if (contents.has(carrier.noun())) {
                contents.read(carrier.noun(), line -> line(carrier, line));
            }
        }
        open.forEach(Runnable::run);
        if (contents.has(graph.noun(Citation.class))) {
            contents.read(graph.noun(Citation.class), citing::check);
        }
        // a second look only where every line could be read, because else it would repeat what was said
        if (faults.none()) {
            for (Carrier carrier : contents.carriers()) {
                uncited(carrier);
            }
        }
    }

    private void line(Carrier carrier, Line line) {
        String slug = line.cell(Carrier.ID);
        if (slug == null || slug.isBlank() || !slug.strip().equals(slug)) {
            line.fault(Carrier.ID, "The record needs an id, without blanks around it.");
            return;
        }
        if (!ids.add(carrier.noun(), slug)) {
            line.fault(Carrier.ID, "The id \"" + slug + "\" stands in this file already. Give each record one of its own.");
        }
        carrier.columns().forEach(column -> cell(column, line));
        exclusive(carrier.noun(), line);
        unique(carrier, line);
        if (carrier.noun().cited()) {
            citing.check(carrier.noun(), slug, line);
        }
    }

    private void cell(Column column, Line line) {
        String text = line.cell(column.header());
        if (text == null) {
            if (column.required()) {
                line.fault(column.header(), "The cell is empty, and every record needs a value here.");
            }
            return;
        }
        if (column.target() != null) {
            open.add(() -> reference(column, text, line));
            return;
        }
        try {
            column.parse(text);
        } catch (IllegalArgumentException e) {
            line.fault(column.header(), e.getMessage());
        }
    }

    private void reference(Column column, String slug, Line line) {
        Noun target = graph.noun(column.target());
        if (ids.id(target, slug) == null) {
            line.fault(column.header(), "There is no " + target.table() + " \"" + slug + "\". Add it to "
                    + target.resource() + ", or correct the id.");
        }
    }

    /** Rules over several cells of a line. */
    private static void exclusive(Noun noun, Line line) {
        for (Member member : noun.members()) {
            if (member instanceof Member.Group group) {
                List<String> headers = group.values().stream().map(part -> Column.of(group, part).header()).toList();
                long given = headers.stream().filter(header -> line.cell(header) != null).count();
                if (given > 0 && given < headers.size()) {
                    line.fault(headers.get(0), "Fill all of " + String.join(", ", headers) + ", or none.");
                }
            }
        }
        if (!noun.exactlyOne().isEmpty()
                && noun.exactlyOne().stream().filter(header -> line.cell(header) != null).count() != 1) {
            line.fault(noun.exactlyOne().get(0), "Fill exactly one of " + String.join(", ", noun.exactlyOne()) + ".");
        }
    }

    private void unique(Carrier carrier, Line line) {
        List<String> headers = carrier.noun().unique();
        if (headers.isEmpty() || headers.stream().anyMatch(header -> line.cell(header) == null)) {
            return;
        }
        if (!ids.claim(carrier.noun(), headers.stream().map(header -> meant(carrier, header, line)).toList())) {
            line.fault(headers.get(0), "Another record has the same " + String.join(" and ", headers) + ".");
        }
    }

    /** What a cell means, because the constants of a dataset may be written in small letters or in capitals. */
    private static Object meant(Carrier carrier, String header, Line line) {
        Column column = carrier.columns().stream().filter(one -> one.header().equals(header)).findFirst().orElseThrow();
        try {
            return column.parse(line.cell(header));
        } catch (IllegalArgumentException e) {
            return line.cell(header); // refused as a value already
        }
    }

    private void uncited(Carrier carrier) throws IOException {
        Noun noun = carrier.noun();
        if (noun.cited() && contents.has(noun)) {
            contents.read(noun, line -> {
                if (!ids.cited(noun, ids.id(noun, line.cell(Carrier.ID)))) {
                    line.fault("source", "The record cites no source. Name one here, or in citations for the subject "
                            + noun.table() + ":" + line.cell(Carrier.ID) + ".");
                }
            });
        }
    }
}
