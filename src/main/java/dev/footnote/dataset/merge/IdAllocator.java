package dev.footnote.dataset.merge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;

import dev.footnote.database.JdbcOperations;

/**
 * Assigns numbers to staged records that are not in the table yet. They follow the existing numbers, in the order of the rows.
 */
final class IdAllocator {

    private static final int PAGE = 5000;
    /** Numbers of deleted records are not used again, because their history is found by number. */
    private static final String HIGHEST = """
            SELECT GREATEST(COALESCE((SELECT MAX(id) FROM %1$s), 0),
              COALESCE((SELECT MAX(subject_id) FROM record_change WHERE subject_kind = '%1$s'), 0))""";

    private final Connection connection;
    private final String table;
    private OptionalInt last = OptionalInt.empty();

    IdAllocator(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    /** The staged records to number: their staging table, its slug column and number column, and the target table. */
    record Target(String staged, String slug, String number, String table) {
    }

    /** @return how many records are new */
    int give(Target target) throws SQLException {
        String unknown = """
                SELECT s.position
                FROM %1$s s
                WHERE s.position > ?
                AND s.%2$s IS NOT NULL
                AND NOT EXISTS (
                  SELECT 1
                  FROM %3$s t
                  WHERE t.slug = s.%2$s)
                ORDER BY s.position
                LIMIT %4$s""".formatted(target.staged, target.slug, target.table, PAGE);
        String numbered = """
                UPDATE %s
                SET %s = ?
                WHERE position = ?""".formatted(target.staged, target.number);
        int count = 0;
        List<Integer> page = List.of(0);
        do {
            page = JdbcOperations.list(connection, unknown, row -> row.getInt(1), page.get(page.size() - 1));
            count += page.size();
            if (!page.isEmpty()) {
                number(page, numbered);
            }
        } while (page.size() == PAGE);
        return count;
    }

    private void number(List<Integer> positions, String numbered) throws SQLException {
        int number = last.isPresent() ? last.getAsInt()
                : JdbcOperations.first(connection, HIGHEST.formatted(table), row -> row.getInt(1)).orElse(0);
        try (PreparedStatement update = connection.prepareStatement(numbered)) {
            for (Integer position : positions) {
                number = Math.addExact(number, 1);
                update.setInt(1, number);
                update.setInt(2, position);
                update.addBatch();
            }
            update.executeBatch();
        }
        last = OptionalInt.of(number);
    }
}
