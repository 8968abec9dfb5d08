package dev.footnote.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.folder.Carrier;
import dev.footnote.folder.Column;

/** What has to be known ahead of the first line: how many records there are, which columns are filled, what is cited where. */
public final class Survey {

    private static final List<String> FLAGS = List.of("locator", "note", "field", "quote");

    /** Whether there is a text, instead of the text, because quotes may be long. */
    private static final String CITATIONS = """
            SELECT c.id, c.subject_kind, c.subject_id,
              SUBSTRING(c.locator FROM 1 FOR 1), SUBSTRING(c.note FROM 1 FOR 1),
              SUBSTRING(c.field FROM 1 FOR 1), SUBSTRING(c.quote FROM 1 FOR 1), c.stance
            FROM citation c
            WHERE c.id > ?
            ORDER BY c.id
            FETCH FIRST %s ROWS ONLY""".formatted(Inventory.PAGE);

    private final Inventory inventory;
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Set<String>> filled = new HashMap<>();
    /** The citations that stand in the lines of their records, by number: a bit each, so that millions take little. */
    private final BitSet own = new BitSet();
    private final Map<String, BitSet> subjects = new HashMap<>();
    private long apart;

    public Survey(Inventory inventory) {
        this.inventory = inventory;
        for (Carrier carrier : inventory.carriers()) {
            records(carrier);
        }
    }

    /** Finds out as well which citation stands where, which takes one look at each. */
    public Survey withCitations() {
        Page page = new Page();
        do {
            page.size = 0;
            inventory.read(CITATIONS, row -> citation(row, page), page.last);
        } while (page.size == Inventory.PAGE);
        return this;
    }

    /** How many records of a table there are. */
    public long count(String table) {
        return counts.get(table);
    }

    /** How many citations stand in no record's line. */
    public long apart() {
        return apart;
    }

    /** Whether any record of the table fills the column of its file. */
    public boolean fills(String table, String header) {
        return filled.getOrDefault(table, Set.of()).contains(header);
    }

    /** Whether the citation stands in the line of its record: the first one of the whole record does. */
    public boolean own(Cited cited) {
        return own.get(cited.number());
    }

    private void records(Carrier carrier) {
        List<Column> columns = carrier.columns();
        String table = carrier.noun().table();
        String sql = """
                SELECT COUNT(*)%s
                FROM %s r"""
                .formatted(columns.stream().map(column -> ",\n  COUNT(r." + Inventory.name(carrier.noun(), column) + ")")
                        .collect(Collectors.joining()), table);
        inventory.read(sql, row -> {
            counts.put(table, row.getLong(1));
            for (int i = 0; i < columns.size(); i++) {
                if (row.getLong(i + 2) > 0) {
                    fill(table, columns.get(i).header());
                }
            }
        });
    }

    private void fill(String table, String header) {
        filled.computeIfAbsent(table, key -> new HashSet<>()).add(header);
    }

    private static final class Page {
        private int last;
        private int size;
    }

    private void citation(ResultSet row, Page page) throws SQLException {
        page.last = row.getInt(1);
        page.size++;
        String table = row.getString(2);
        boolean first = row.getString(6) == null && row.getString(7) == null && first(table, row.getInt(3));
        if (first) {
            own.set(page.last);
            fill(table, "source");
        } else {
            apart++;
        }
        for (int i = 0; i < FLAGS.size(); i++) {
            if (row.getString(4 + i) != null) {
                fill(first ? table : "citation", FLAGS.get(i));
            }
        }
        if (!row.getString(8).equals("SUPPORTS")) {
            fill(first ? table : "citation", "stance");
        }
    }

    private boolean first(String table, int subject) {
        BitSet seen = subjects.computeIfAbsent(table, key -> new BitSet());
        boolean first = !seen.get(subject);
        seen.set(subject);
        return first;
    }
}
