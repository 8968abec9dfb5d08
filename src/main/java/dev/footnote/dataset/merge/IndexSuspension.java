package dev.footnote.dataset.merge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.footnote.database.JdbcOperations;

/**
 * Drops the indexes of H2 tables while they are filled. The SQL to create them again is kept in the table
 * {@code missing_index}, because the import may be killed in between.
 */
final class IndexSuspension {

    /** Index definition as H2 scripts it. Primary keys are not among them, because H2 stores the rows by them. */
    private static final Pattern INDEX = Pattern.compile("(CREATE (?:\\w+ )*?INDEX )(\\S+)( ON .*)", Pattern.DOTALL);
    private static final Pattern CONSTRAINT = Pattern.compile("(ALTER TABLE \\S+)( ADD CONSTRAINT )(\\S+)( UNIQUE .*)",
            Pattern.DOTALL);

    /** SQL to drop an index, and to create it if it is missing. */
    private record Index(String drop, String make) {

        /** @return null if a statement creates no index */
        static Index of(String statement) {
            Matcher index = INDEX.matcher(statement);
            if (index.matches()) {
                return new Index("DROP INDEX IF EXISTS " + index.group(2),
                        index.group(1) + "IF NOT EXISTS " + index.group(2) + index.group(3));
            }
            Matcher constraint = CONSTRAINT.matcher(statement);
            return constraint.matches() ? new Index(constraint.group(1) + " DROP CONSTRAINT IF EXISTS " + constraint.group(3),
                    constraint.group(1) + constraint.group(2) + "IF NOT EXISTS " + constraint.group(3) + constraint.group(4))
                    : null;
        }
    }

    private final Connection connection;

    IndexSuspension(Connection connection) {
        this.connection = connection;
    }

    void drop(String table) throws SQLException {
        List<Index> indexes = texts("SCRIPT NODATA NOPASSWORDS NOSETTINGS TABLE " + table).stream()
                .map(text -> Index.of(text.strip())).filter(Objects::nonNull).toList();
        for (Index index : indexes) {
            JdbcOperations.execute(connection, "INSERT INTO missing_index (table_name, definition) VALUES (?, ?)", table,
                    index.make());
        }
        connection.commit();
        for (Index index : indexes) {
            JdbcOperations.execute(connection, index.drop());
        }
    }

    void make(String table) throws SQLException {
        made(" WHERE table_name = '" + table + "'");
    }

    /** Empties all tables with dropped indexes, because their contents are unknown, and creates the indexes. */
    void mend() throws SQLException {
        for (String table : texts("SELECT DISTINCT table_name FROM missing_index")) {
            JdbcOperations.execute(connection, "TRUNCATE TABLE " + table);
        }
        made("");
    }

    private void made(String which) throws SQLException {
        for (String definition : texts("SELECT definition FROM missing_index" + which)) {
            JdbcOperations.execute(connection, definition);
        }
        JdbcOperations.execute(connection, "DELETE FROM missing_index" + which);
        connection.commit();
    }

    private List<String> texts(String sql) throws SQLException {
        return JdbcOperations.list(connection, sql, row -> row.getString(1));
    }
}
