package dev.footnote.dataset.staging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.database.Dialect;
import dev.footnote.dataset.datapackage.*;
import dev.footnote.domain.source.Citation;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.GlobalId;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.scalar.Sha256;

/**
 * Stages the citations of a dataset. The first citation of a record is in its own row, all others are in the citations file.
 */
final class CitationStager {

    private static final String SUPPORTS = "SUPPORTS";
    private static final List<String> IDS = List.of("subject", "source");
    /** Limits of an id prefixed with the kind of its record. */
    private static final ColumnLimits SUBJECT = new ColumnLimits(ColumnLimits.ID.bytes() + 50, null, null);
    private static final List<String> TEXTS = List.of("locator", "note", "quote");

    private final Metamodel metamodel;
    private final TableColumn stances;
    private final MessageDigest digest = Sha256.digest();
    private final RowNumbering numbering;
    /** Tables of the records that rows of the citations file are about. */
    private final Set<String> subjects = new HashSet<>();

    CitationStager(Metamodel metamodel, RowNumbering numbering) {
        this.metamodel = metamodel;
        this.numbering = numbering;
        this.stances = TableColumn.of(metamodel.entityType(Citation.class).value("stance"));
    }

    /** Staging table for the rows of the citations file. */
    static StagingTable table(Dialect dialect, boolean isKept) {
        return new StagingTable("stage_citation", Stream.concat(
                Stream.of(StagingColumn.integer("position"), StagingColumn.place(), StagingColumn.integer("number")),
                Stream.of("slug", "subject_kind", "subject_slug", "field", "cited_source", "locator", "note", "quote", "stance")
                        .map(name -> StagingColumn.text(name, dialect)))
                .toList(), isKept);
    }

    /** Position of the last citation. Citations in the rows of records have positions, too. */
    int count() {
        return numbering.count();
    }

    Set<String> subjects() {
        return subjects;
    }

    /**
     * Adds the first citation of a record after its values.
     *
     * @return whether there is one
     */
    boolean own(EntityType entityType, SourceRecord line, Object[] row, int column) {
        String source = line.cell("source");
        String stance = stance(line);
        if (line.isFaulty("source") || !fits(line)) {
            return false;
        }
        if (source == null) {
            Stream.of("locator", "note", "stance").filter(header -> line.cell(header) != null)
                    .forEach(header -> line.problem(header, "Name the source, too."));
            return false;
        }
        doubts(line);
        row[column] = source;
        row[column + 1] = line.cell("locator");
        row[column + 2] = line.cell("note");
        row[column + 3] = stance;
        row[column + 4] = slug(entityType, line.cell(EntityColumns.ID), null, line);
        row[column + 5] = numbering.next();
        return true;
    }

    /** Stages a row of the citations file. */
    void line(SourceRecord line, RowWriter rows) {
        String stance = stance(line);
        if (!fits(line)) {
            return;
        }
        if (line.cell("source") == null && !line.isFaulty("source")) {
            line.problem("source", "The cell is empty. Name the source.");
        }
        Optional<GlobalId> cited = subject(line);
        if (cited.isEmpty() || line.cell("source") == null) {
            return;
        }
        GlobalId subject = cited.get();
        EntityType entityType = metamodel.entityTypeOfTable(subject.kind()).orElseThrow();
        String field = line.cell("field");
        if (field != null && !isStated(entityType.attribute(field))) {
            line.problem("field", "A " + subject.kind() + " has no field \""
                    + HiddenCharacters.shown(field) + "\". Write it as the API does, such as heldOn.");
        }
        doubts(line);
        subjects.add(subject.kind());
        Integer number = numbering.next();
        rows.take(numbering.count(), line.place(), number, slug(entityType, subject.slug(), field, line), subject.kind(),
                subject.slug(), field, line.cell("source"), line.cell("locator"), line.cell("note"), line.cell("quote"),
                stance);
    }

    /** Whether the database can store all texts of the row. */
    private static boolean fits(SourceRecord line) {
        boolean fits = true;
        for (String header : DatasetReader.CITATIONS) {
            String text = line.cell(header);
            ColumnLimits limits = IDS.contains(header) ? SUBJECT : ColumnLimits.TEXT;
            String wrong = text == null ? null : limits.problem(text);
            if (wrong != null) {
                line.problem(header, wrong);
                fits = false;
            }
        }
        return fits;
    }

    private static void doubts(SourceRecord line) {
        for (String header : TEXTS) {
            if (line.cell(header) != null) {
                TableColumn.warn(header, line.cell(header), line);
            }
        }
    }

    /** The stance of a citation; {@code SUPPORTS} by default. */
    private String stance(SourceRecord line) {
        String text = line.cell("stance");
        if (text == null) {
            return SUPPORTS;
        }
        try {
            return (String) stances.parse(text);
        } catch (IllegalArgumentException e) {
            line.problem("stance", e.getMessage());
            return SUPPORTS;
        }
    }

    /** @return empty if the row names no record that can be cited */
    private Optional<GlobalId> subject(SourceRecord line) {
        Optional<GlobalId> subject = Optional.ofNullable(line.cell("subject")).flatMap(GlobalId::parse)
                .filter(id -> metamodel.entityTypeOfTable(id.kind()).filter(EntityType::cited).isPresent());
        if (subject.isEmpty() && !line.isFaulty("subject")) {
            line.problem("subject", "Write the kind of the record, a colon and its id, such as organization:xiaomi. Kinds are "
                    + metamodel.entityTypes().stream().filter(EntityType::cited).map(EntityType::table)
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return subject;
    }

    private static boolean isStated(Attribute attribute) {
        return attribute instanceof Attribute.Scalar || attribute instanceof Attribute.Embedded
                || attribute instanceof Attribute.ToOne;
    }

    /** Id of a citation. The dataset has none, so it is made from the contents and stays the same when lines move. */
    private String slug(EntityType entityType, String slug, String field, SourceRecord line) {
        String quote = line.cell("quote");
        String said = String.join("\n",
                List.of(String.valueOf(field), line.cell("source"), String.valueOf(line.cell("locator")),
                        String.valueOf(quote)));
        byte[] hash = digest.digest(said.getBytes(StandardCharsets.UTF_8));
        return entityType.table() + ":" + slug + ":" + HexFormat.of().formatHex(hash, 0, 6);
    }
}
