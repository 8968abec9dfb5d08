package dev.footnote.merging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Indexes of H2 that are away while tables are filled. How each is made again is kept in the table {@code missing_index},
 * because the import may be killed meanwhile.
 */
final class Indexes {

    /** As H2 writes out what it holds; primary keys are not among them, because rows are kept by those. */
    private static final Pattern INDEX = Pattern.compile("(CREATE (?:\\w+ )*?INDEX )(\\S+)( ON .*)", Pattern.DOTALL);
    private static final Pattern CONSTRAINT = Pattern.compile("(ALTER TABLE \\S+)( ADD CONSTRAINT )(\\S+)( UNIQUE .*)",
            Pattern.DOTALL);

    /** How an index is taken away, and how it is made again where it is not there. */
    private record Index(String drop, String make) {

        /** @return null where a statement makes no index */
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

    Indexes(Connection connection) {
        this.connection = connection;
    }

    void drop(String table) throws SQLException {
        List<Index> indexes = texts("SCRIPT NODATA NOPASSWORDS NOSETTINGS TABLE " + table).stream()
                .map(text -> Index.of(text.strip())).filter(Objects::nonNull).toList();
        try (PreparedStatement keep = connection
                .prepareStatement("INSERT INTO missing_index (table_name, definition) VALUES (?, ?)")) {
            for (Index index : indexes) {
                keep.setString(1, table);
                keep.setString(2, index.make());
                keep.executeUpdate();
            }
        }
        connection.commit();
        for (Index index : indexes) {
            execute(index.drop());
        }
    }

    void make(String table) throws SQLException {
        made(" WHERE table_name = '" + table + "'");
    }

    /** Empties all tables whose indexes are away, because nobody knows what is in them, and makes those. */
    void mend() throws SQLException {
        for (String table : texts("SELECT DISTINCT table_name FROM missing_index")) {
            execute("TRUNCATE TABLE " + table);
        }
        made("");
    }

    private void made(String which) throws SQLException {
        for (String definition : texts("SELECT definition FROM missing_index" + which)) {
            execute(definition);
        }
        execute("DELETE FROM missing_index" + which);
        connection.commit();
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
