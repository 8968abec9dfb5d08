package dev.footnote.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.footnote.folder.Carrier;

/** The places in sources that the records of an inventory cite. */
public final class Citations {

    private static final String CITED = """
            SELECT c.id, c.subject_id, c.subject_kind || ':' || %s, c.field,
              (SELECT s.slug FROM source s WHERE s.id = c.source_id),
              c.locator, c.note, c.quote, c.stance
            FROM citation c
            WHERE %s
            ORDER BY %s""";

    private final Inventory inventory;

    public Citations(Inventory inventory) {
        this.inventory = inventory;
    }

    /** The citations of the records of a page, by record and in their order. */
    public void of(Carrier carrier, List<Row> page, Consumer<Cited> taking) {
        if (!carrier.noun().cited()) {
            return;
        }
        String subject = slug(carrier.noun().table());
        String sql = CITED.formatted(subject, "c.subject_kind = ? AND c.subject_id BETWEEN ? AND ?", "c.subject_id, c.id");
        inventory.read(sql, row -> taking.accept(cited(row)), carrier.noun().table(), Inventory.first(page),
                Inventory.last(page));
    }

    /** A page of all citations behind a number, in their order; none when there are no more. */
    public List<Cited> page(int behind) {
        String subject = inventory.carriers().stream().filter(carrier -> carrier.noun().cited())
                .map(carrier -> carrier.noun().table())
                .map(table -> "WHEN '" + table + "' THEN " + slug(table))
                .collect(Collectors.joining("\n  ", "CASE c.subject_kind\n  ", "\n  END"));
        List<Cited> page = new ArrayList<>(Inventory.PAGE);
        inventory.read(CITED.formatted(subject, "c.id > ?", "c.id\nFETCH FIRST " + Inventory.PAGE + " ROWS ONLY"),
                row -> page.add(cited(row)), behind);
        return page;
    }

    /** How many citations there are, and how many of them have something in a column, by what that is. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        inventory.read("""
                SELECT COUNT(*) AS citation, COUNT(locator) AS locator, COUNT(field) AS field, COUNT(note) AS note,
                  COUNT(quote) AS quote, COUNT(CASE WHEN stance <> 'SUPPORTS' THEN 1 END) AS stance
                FROM citation""", row -> {
            for (String column : List.of("citation", "locator", "field", "note", "quote", "stance")) {
                counts.put(column, row.getLong(column));
            }
        });
        return counts;
    }

    /** Which sources the records of a page cite, each as often as it is cited. */
    public void origins(Carrier carrier, List<Row> page, Consumer<Origin> taking) {
        inventory.read("""
                SELECT c.subject_id,
                  (SELECT s.slug FROM source s WHERE s.id = c.source_id),
                  (SELECT s.url FROM source s WHERE s.id = c.source_id),
                  (SELECT o.name FROM source s JOIN organization o ON o.id = s.publisher_id WHERE s.id = c.source_id)
                FROM citation c
                WHERE c.subject_kind = ? AND c.subject_id BETWEEN ? AND ?
                ORDER BY c.subject_id, c.id""",
                row -> taking.accept(new Origin(row.getInt(1), row.getString(2), row.getString(3), row.getString(4))),
                carrier.noun().table(), Inventory.first(page), Inventory.last(page));
    }

    /**
     * A source that a record cites.
     *
     * @param subject the number of the record
     * @param source the id of the source
     * @param publisher the name of who published it
     */
    public record Origin(int subject, String source, String url, String publisher) {
    }

    private static String slug(String table) {
        return "(SELECT n.slug FROM " + table + " n WHERE n.id = c.subject_id)";
    }

    private static Cited cited(ResultSet row) throws SQLException {
        String stance = row.getString(9);
        return new Cited(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5),
                row.getString(6), row.getString(7), row.getString(8),
                stance.equals("SUPPORTS") ? null : stance.toLowerCase(Locale.ROOT));
    }
}
