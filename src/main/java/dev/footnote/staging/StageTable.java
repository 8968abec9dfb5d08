package dev.footnote.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.database.Dialect;

/**
 * A table that holds the lines of a dataset while they are checked. Only the connection that made it sees it, and the
 * database keeps it on disk where it is large.
 */
public final class StageTable {

    public final String name;
    final List<StageColumn> columns;
    private final Set<List<String>> indexed = new HashSet<>();

    StageTable(String name, List<StageColumn> columns) {
        this.name = name;
        this.columns = columns;
    }

    int column(String header) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(header)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no column " + header);
    }

    /** What makes it; the first column counts the lines. */
    String definition(Dialect dialect) {
        // because H2 else keeps the indexes of such a table in memory, and those of a million lines fill it
        String cached = dialect == Dialect.H2 ? "CACHED " : "";
        return "CREATE %sLOCAL TEMPORARY TABLE %s (%s, PRIMARY KEY (%s))".formatted(cached, name,
                columns.stream().map(column -> column.name() + " " + column.type()).collect(Collectors.joining(", ")),
                columns.get(0).name());
    }

    /** What takes the rows. */
    Rows rows(Connection connection, Dialect dialect) throws SQLException {
        return dialect == Dialect.POSTGRESQL ? new CopyRows(connection, this) : new BatchRows(connection, this);
    }

    /** Makes it quick to find lines by some columns. */
    public void index(Connection connection, String... by) throws SQLException {
        if (!indexed.add(List.of(by))) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE INDEX %s_%s ON %s (%s)".formatted(name, String.join("_", by), name,
                    String.join(", ", by)));
        }
    }
}
