package dev.footnote.dataset.snapshot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.TableColumn;

/**
 * Statistics needed before the first row is written: the number of records, the columns that are filled, and where citations
 * are written.
 */
public final class ColumnUsage {

    private static final List<String> FLAGS = List.of("locator", "note", "field", "quote");

    /** Selects only the first character of each text, because quotes may be long. */
    private static final String CITATIONS = """
            SELECT c.id, c.subject_kind, c.subject_id,
              SUBSTRING(c.locator FROM 1 FOR 1), SUBSTRING(c.note FROM 1 FOR 1),
              SUBSTRING(c.field FROM 1 FOR 1), SUBSTRING(c.quote FROM 1 FOR 1), c.stance
            FROM citation c
            WHERE c.id > ?
            ORDER BY c.id
            FETCH FIRST %s ROWS ONLY""".formatted(DatabaseSnapshot.PAGE);

    private final DatabaseSnapshot snapshot;
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Set<String>> filled = new HashMap<>();
    /**
     * Numbers of the citations that are written in the rows of their records: one bit each, so that millions need little
     * memory.
     */
    private final BitSet own = new BitSet();
    private final Map<String, BitSet> subjects = new HashMap<>();
    private long apart;

    public ColumnUsage(DatabaseSnapshot snapshot) {
        this.snapshot = snapshot;
        for (EntityColumns entityColumns : snapshot.allColumns()) {
            records(entityColumns);
        }
    }

    /** Also finds where each citation is written, which reads every citation once. */
    public ColumnUsage withCitations() {
        Page page = new Page();
        do {
            page.size = 0;
            snapshot.read(CITATIONS, row -> citation(row, page), page.last);
        } while (page.size == DatabaseSnapshot.PAGE);
        return this;
    }

    /** Number of records of a table. */
    public long count(String table) {
        return counts.get(table);
    }

    /** Number of citations that are not written in the row of a record. */
    public long apart() {
        return apart;
    }

    /** Whether any record of the table has a value in the column. */
    public boolean fills(String table, String header) {
        return filled.getOrDefault(table, Set.of()).contains(header);
    }

    /** Whether the citation is written in the row of its record: the first citation of the whole record is. */
    public boolean own(CitationRow cited) {
        return own.get(cited.number());
    }

    private void records(EntityColumns entityColumns) {
        List<TableColumn> columns = entityColumns.columns();
        String table = entityColumns.entityType().table();
        String sql = """
                SELECT COUNT(*)%s
                FROM %s r"""
                .formatted(columns.stream()
                        .map(column -> ",\n  COUNT(r." + DatabaseSnapshot.name(entityColumns.entityType(), column) + ")")
                        .collect(Collectors.joining()), table);
        snapshot.read(sql, row -> {
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
