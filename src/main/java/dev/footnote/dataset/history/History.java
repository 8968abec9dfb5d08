package dev.footnote.dataset.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import dev.footnote.database.JdbcOperations;
import dev.footnote.database.KnownSchema;

/**
 * Keeps the rows that one edit or import replaces or deletes.
 *
 * @param number of the edit or import in the log; 0 for a first import, which replaces nothing
 * @param columns of each table with a history
 */
public record History(Connection connection, int number, Map<String, List<String>> columns) {

    /** The column with the number of the edit or import that wrote a row. */
    public static final String FROM = "known_from";

    /** The column with the number of the edit or import that replaced or deleted a row. */
    static final String TO = "known_to";

    static String table(String table) {
        return KnownSchema.historyTable(table);
    }

    /**
     * Copies rows that are about to be replaced or deleted. Those that this edit itself has written were never known.
     *
     * @param join what the table, as {@code t}, is joined to; may be empty
     * @return false if there are no such rows
     */
    public boolean keep(String table, String join, String condition) throws SQLException {
        if (number == 0) {
            return true;
        }
        String all = String.join(", ", columns.get(table));
        // the number is a parameter, so that the statement of the next edit is the same
        return JdbcOperations.execute(connection, """
                INSERT INTO %s (%s, %s, %s)
                SELECT t.%s, t.%s, CAST(? AS INTEGER)
                FROM %s t
                %s
                WHERE t.%s < ?
                AND (%s)""".formatted(table(table), all, FROM, TO, all.replace(", ", ", t."), FROM, table, join, FROM,
                condition), number, number) > 0;
    }
}
