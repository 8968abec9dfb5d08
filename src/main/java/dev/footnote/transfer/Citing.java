package dev.footnote.transfer;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.folder.Column;
import dev.footnote.folder.Folder;
import dev.footnote.folder.Line;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.NodeId;
import dev.footnote.graph.Noun;
import dev.footnote.source.Citation;
import dev.footnote.source.CitationStance;
import dev.footnote.source.Source;

/** Citations in a dataset: the first one of a record stands in its own line, all others in a file of their own. */
final class Citing {

    private final Graph graph;
    private final Ids ids;

    Citing(Graph graph, Ids ids) {
        this.graph = graph;
        this.ids = ids;
    }

    private Noun sources() {
        return graph.noun(Source.class);
    }

    private Noun citations() {
        return graph.noun(Citation.class);
    }

    /** Checks the first citation of a record. */
    void check(Noun noun, String slug, Line line) {
        String source = line.cell("source");
        if (source == null) {
            Stream.of("locator", "note", "stance").filter(header -> line.cell(header) != null)
                    .forEach(header -> line.fault(header, "Name the source, too."));
            return;
        }
        checkSource(source, line);
        checkStance(line);
        ids.add(citations(), slug(noun, slug, line, null));
        ids.cite(noun, ids.id(noun, slug));
    }

    private void checkSource(String source, Line line) {
        if (ids.id(sources(), source) == null) {
            line.fault("source", "There is no source \"" + source + "\". Add it to sources, or correct the id.");
        }
    }

    private void checkStance(Line line) {
        try {
            stance(line);
        } catch (IllegalArgumentException e) {
            line.fault("stance", e.getMessage());
        }
    }

    /** What a citation says of its record, which it supports when nothing is said. */
    private CitationStance stance(Line line) {
        String text = line.cell("stance");
        return text == null ? CitationStance.SUPPORTS
                : CitationStance.valueOf((String) Column.of(citations().value("stance")).parse(text));
    }

    /** Checks a line of the file of citations. */
    void check(Line line) {
        checkStance(line);
        if (line.cell("source") == null) {
            line.fault("source", "The cell is empty. Name the source.");
        } else {
            checkSource(line.cell("source"), line);
        }
        Noun noun = subject(line);
        if (noun == null) {
            return;
        }
        NodeId id = NodeId.parse(line.cell("subject"));
        if (!ids.add(citations(), slug(noun, id.slug(), line, line.cell("field")))) {
            line.fault("subject", "The same citation stands in the dataset already.");
        }
        ids.cite(noun, ids.id(noun, id.slug()));
    }

    /** @return null when the line names no record that can be cited */
    private Noun subject(Line line) {
        String subject = line.cell("subject");
        NodeId id = subject == null ? null : NodeId.parse(subject);
        Noun noun = id == null ? null : graph.nounOfTable(id.kind());
        if (noun == null || !noun.cited()) {
            line.fault("subject", "Write the kind of the record, a colon and its id, such as organization:xiaomi. Kinds are "
                    + graph.nouns().stream().filter(Noun::cited).map(Noun::table).collect(Collectors.joining(", ")) + ".");
            return null;
        }
        if (ids.id(noun, id.slug()) == null) {
            line.fault("subject", "There is no " + id.kind() + " \"" + id.slug() + "\".");
            return null;
        }
        String field = line.cell("field");
        if (field != null && !isStated(noun.member(field))) {
            line.fault("field",
                    "A " + id.kind() + " has no field \"" + field + "\". Write it as the API does, such as heldOn.");
        }
        return noun;
    }

    private static boolean isStated(Member member) {
        return member instanceof Member.Value || member instanceof Member.Group || member instanceof Member.ToOne;
    }

    /** The first citation of a record, or null where its line has none. */
    Citation entity(Noun noun, String slug, Line line) {
        return line.cell("source") == null ? null : entity(noun, slug, line, null);
    }

    /** The citation of a line of the file of citations. */
    Citation entity(Line line) {
        NodeId id = NodeId.parse(line.cell("subject"));
        return entity(graph.nounOfTable(id.kind()), id.slug(), line, line.cell("field"));
    }

    private Citation entity(Noun noun, String slug, Line line, String field) {
        Citation citation = new Citation();
        citation.slug = slug(noun, slug, line, field);
        citation.id = ids.id(citations(), citation.slug);
        citation.subjectKind = noun.table();
        citation.subjectId = ids.id(noun, slug);
        citation.source = new Source();
        citation.source.id = ids.id(sources(), line.cell("source"));
        citation.locator = line.cell("locator");
        citation.field = field;
        citation.stance = stance(line);
        citation.note = line.cell("note");
        citation.quote = line.cell("quote");
        return citation;
    }

    /** A citation has no id in the dataset; what it says makes one, so that it stays the same when lines move. */
    private static String slug(Noun noun, String slug, Line line, String field) {
        String said = Stream.of(field, line.cell("source"), line.cell("locator"), line.cell("quote")).map(String::valueOf)
                .collect(Collectors.joining("\n"));
        byte[] digest = Folder.sha256().digest(said.getBytes(StandardCharsets.UTF_8));
        return noun.table() + ":" + slug + ":" + HexFormat.of().formatHex(digest, 0, 6);
    }
}
