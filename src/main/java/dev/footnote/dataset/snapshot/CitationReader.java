package dev.footnote.dataset.snapshot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.footnote.dataset.datapackage.EntityColumns;

/** Reads citations from a snapshot. */
public final class CitationReader {

    private static final String CITED = """
            SELECT c.id, c.subject_id, c.subject_kind || ':' || %s, c.field,
              (SELECT s.slug FROM source s WHERE s.id = c.source_id),
              c.locator, c.note, c.quote, c.stance
            FROM citation c
            WHERE %s
            ORDER BY %s""";

    private final DatabaseSnapshot snapshot;

    public CitationReader(DatabaseSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Reads the citations of the records of a page, ordered by record and citation. */
    public void of(EntityColumns entityColumns, List<RecordRow> page, Consumer<CitationRow> taking) {
        if (!entityColumns.entityType().cited()) {
            return;
        }
        String subject = slug(entityColumns.entityType().table());
        String sql = CITED.formatted(subject, "c.subject_kind = ? AND c.subject_id BETWEEN ? AND ?", "c.subject_id, c.id");
        snapshot.read(sql, row -> taking.accept(cited(row)), entityColumns.entityType().table(), DatabaseSnapshot.first(page),
                DatabaseSnapshot.last(page));
    }

    /** A page of the citations after a number, in order; empty if there are no more. */
    public List<CitationRow> page(int behind) {
        String subject = snapshot.allColumns().stream().filter(entityColumns -> entityColumns.entityType().cited())
                .map(entityColumns -> entityColumns.entityType().table())
                .map(table -> "WHEN '" + table + "' THEN " + slug(table))
                .collect(Collectors.joining("\n  ", "CASE c.subject_kind\n  ", "\n  END"));
        List<CitationRow> page = new ArrayList<>(DatabaseSnapshot.PAGE);
        snapshot.read(CITED.formatted(subject, "c.id > ?", "c.id\nFETCH FIRST " + DatabaseSnapshot.PAGE + " ROWS ONLY"),
                row -> page.add(cited(row)), behind);
        return page;
    }

    /** Number of citations, and of citations with a value in each column, by column. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        snapshot.read("""
                SELECT COUNT(*) AS citation, COUNT(locator) AS locator, COUNT(field) AS field, COUNT(note) AS note,
                  COUNT(quote) AS quote, COUNT(CASE WHEN stance <> 'SUPPORTS' THEN 1 END) AS stance
                FROM citation""", row -> {
            for (String column : List.of("citation", "locator", "field", "note", "quote", "stance")) {
                counts.put(column, row.getLong(column));
            }
        });
        return counts;
    }

    /** Reads the sources that the records of a page cite, once per citation. */
    public void origins(EntityColumns entityColumns, List<RecordRow> page, Consumer<Origin> taking) {
        snapshot.read("""
                SELECT c.subject_id,
                  (SELECT s.slug FROM source s WHERE s.id = c.source_id),
                  (SELECT s.url FROM source s WHERE s.id = c.source_id),
                  (SELECT o.name FROM source s JOIN organization o ON o.id = s.publisher_id WHERE s.id = c.source_id)
                FROM citation c
                WHERE c.subject_kind = ? AND c.subject_id BETWEEN ? AND ?
                ORDER BY c.subject_id, c.id""",
                row -> taking.accept(new Origin(row.getInt(1), row.getString(2), row.getString(3), row.getString(4))),
                entityColumns.entityType().table(), DatabaseSnapshot.first(page), DatabaseSnapshot.last(page));
    }

    /**
     * A source cited by a record.
     *
     * @param subject number of the record
     * @param source id of the source
     * @param publisher name of its publisher
     */
    public record Origin(int subject, String source, String url, String publisher) {
    }

    private static String slug(String table) {
        return "(SELECT n.slug FROM " + table + " n WHERE n.id = c.subject_id)";
    }

    private static CitationRow cited(ResultSet row) throws SQLException {
        String stance = row.getString(9);
        return new CitationRow(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5),
                row.getString(6), row.getString(7), row.getString(8),
                stance.equals("SUPPORTS") ? null : stance.toLowerCase(Locale.ROOT));
    }
}
