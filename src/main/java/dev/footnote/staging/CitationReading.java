package dev.footnote.staging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.cell.Blemish;
import dev.footnote.constraint.Limits;
import dev.footnote.database.Dialect;
import dev.footnote.folder.Column;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Folder;
import dev.footnote.folder.Line;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.NodeId;
import dev.footnote.graph.Noun;
import dev.footnote.source.Citation;

/**
 * Reads the citations of a dataset: the first one of a record stands in its own line, all others in a file of their own.
 */
final class CitationReading {

    private static final String SUPPORTS = "SUPPORTS";
    private static final List<String> IDS = List.of("subject", "source");
    /** An id behind the kind of its record. */
    private static final Limits SUBJECT = new Limits(Limits.ID.bytes() + 50, null, null);
    private static final List<String> TEXTS = List.of("locator", "note", "quote");

    private final Graph graph;
    private final Column stances;
    private final MessageDigest digest = Folder.sha256();
    private final Numbering numbering;

    CitationReading(Graph graph, Numbering numbering) {
        this.graph = graph;
        this.numbering = numbering;
        this.stances = Column.of(graph.noun(Citation.class).value("stance"));
    }

    /** What holds the citations of the file. */
    static StageTable table(Dialect dialect) {
        return new StageTable("stage_citation", Stream.concat(
                Stream.of(StageColumn.integer("position"), StageColumn.place(), StageColumn.integer("number")),
                Stream.of("slug", "subject_kind", "subject_slug", "field", "cited_source", "locator", "note", "quote", "stance")
                        .map(name -> StageColumn.text(name, dialect)))
                .toList());
    }

    /** The position of the last one; those of records have positions, too, as citations. */
    int count() {
        return numbering.count();
    }

    /** Puts the first citation of a record behind its values. */
    void own(Noun noun, String slug, Line line, Object[] row, int column) {
        String source = line.cell("source");
        String stance = stance(line);
        if (line.isFaulty("source") || !fits(line)) {
            return;
        }
        if (source == null) {
            Stream.of("locator", "note", "stance").filter(header -> line.cell(header) != null)
                    .forEach(header -> line.fault(header, "Name the source, too."));
            return;
        }
        doubts(line);
        row[column] = source;
        row[column + 1] = line.cell("locator");
        row[column + 2] = line.cell("note");
        row[column + 3] = stance;
        row[column + 4] = slug(noun, slug, null, line);
        row[column + 5] = numbering.next();
    }

    /** Reads a line of the file of citations. */
    void line(Line line, Rows rows) {
        String stance = stance(line);
        if (!fits(line)) {
            return;
        }
        if (line.cell("source") == null && !line.isFaulty("source")) {
            line.fault("source", "The cell is empty. Name the source.");
        }
        NodeId subject = subject(line);
        if (subject == null || line.cell("source") == null) {
            return;
        }
        Noun noun = graph.nounOfTable(subject.kind());
        String field = line.cell("field");
        if (field != null && !isStated(noun.member(field))) {
            line.fault("field", "A " + subject.kind() + " has no field \""
                    + Blemish.shown(field) + "\". Write it as the API does, such as heldOn.");
        }
        doubts(line);
        Integer number = numbering.next();
        rows.take(numbering.count(), line.place(), number, slug(noun, subject.slug(), field, line), subject.kind(),
                subject.slug(), field, line.cell("source"), line.cell("locator"), line.cell("note"), line.cell("quote"),
                stance);
    }

    /** Whether the database can hold all that the line says. */
    private static boolean fits(Line line) {
        boolean fits = true;
        for (String header : Contents.CITATIONS) {
            String text = line.cell(header);
            Limits limits = IDS.contains(header) ? SUBJECT : Limits.TEXT;
            String wrong = text == null ? null : limits.fault(text);
            if (wrong != null) {
                line.fault(header, wrong);
                fits = false;
            }
        }
        return fits;
    }

    private static void doubts(Line line) {
        for (String header : TEXTS) {
            if (line.cell(header) != null) {
                Column.warn(header, line.cell(header), line);
            }
        }
    }

    /** What a citation says of its record, which it supports when nothing is said. */
    private String stance(Line line) {
        String text = line.cell("stance");
        if (text == null) {
            return SUPPORTS;
        }
        try {
            return (String) stances.parse(text);
        } catch (IllegalArgumentException e) {
            line.fault("stance", e.getMessage());
            return SUPPORTS;
        }
    }

    /** @return null when the line names no record that can be cited */
    private NodeId subject(Line line) {
        String subject = line.cell("subject");
        NodeId id = subject == null ? null : NodeId.parse(subject);
        Noun noun = id == null ? null : graph.nounOfTable(id.kind());
        if (noun == null || !noun.cited()) {
            if (line.isFaulty("subject")) {
                return null;
            }
            line.fault("subject", "Write the kind of the record, a colon and its id, such as organization:xiaomi. Kinds are "
                    + graph.nouns().stream().filter(Noun::cited).map(Noun::table).collect(Collectors.joining(", ")) + ".");
            return null;
        }
        return id;
    }

    private static boolean isStated(Member member) {
        return member instanceof Member.Value || member instanceof Member.Group || member instanceof Member.ToOne;
    }

    /** A citation has no id in the dataset; what it says makes one, so that it stays the same when lines move. */
    private String slug(Noun noun, String slug, String field, Line line) {
        String quote = line.cell("quote");
        String said = String.join("\n",
                List.of(String.valueOf(field), line.cell("source"), String.valueOf(line.cell("locator")),
                        String.valueOf(quote)));
        byte[] hash = digest.digest(said.getBytes(StandardCharsets.UTF_8));
        return noun.table() + ":" + slug + ":" + HexFormat.of().formatHex(hash, 0, 6);
    }
}
