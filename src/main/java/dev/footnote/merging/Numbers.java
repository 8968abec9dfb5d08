package dev.footnote.merging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Gives numbers to staged records that a table does not hold yet, behind those that it holds, in the order of their lines. */
final class Numbers {

    private static final int PAGE = 5000;

    private final Connection connection;
    private int last;

    Numbers(Connection connection, String table) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement();
                ResultSet highest = statement.executeQuery("SELECT COALESCE(MAX(id), 0) FROM " + table)) {
            highest.next();
            last = highest.getInt(1);
        }
    }

    /** Which staged records get a number: their staging table, the column of the slug, that of the number, and the table. */
    record Target(String staged, String slug, String number, String table) {
    }

    void give(Target target) throws SQLException {
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
        try (PreparedStatement pages = connection.prepareStatement(unknown);
                PreparedStatement update = connection.prepareStatement(numbered)) {
            List<Integer> page = List.of(0);
            do {
                pages.setInt(1, page.get(page.size() - 1));
                page = positions(pages);
                number(page, update);
            } while (page.size() == PAGE);
        }
    }

    private static List<Integer> positions(PreparedStatement pages) throws SQLException {
        List<Integer> positions = new ArrayList<>();
        try (ResultSet rows = pages.executeQuery()) {
            while (rows.next()) {
                positions.add(rows.getInt(1));
            }
        }
        return positions;
    }

    private void number(List<Integer> positions, PreparedStatement update) throws SQLException {
        for (Integer position : positions) {
            last = Math.addExact(last, 1);
            update.setInt(1, last);
            update.setInt(2, position);
            update.addBatch();
        }
        if (!positions.isEmpty()) {
            update.executeBatch();
        }
    }
}
