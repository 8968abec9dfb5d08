package dev.footnote.dataset.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.database.Dialect;
import dev.footnote.database.JdbcOperations;

/**
 * Temporary table that holds the rows of a dataset while they are checked. Only the connection that created it sees it, and the
 * database keeps a large one on disk.
 */
public final class StagingTable {

    public final String name;
    final List<StagingColumn> columns;
    /** Whether the table stays on its connection, with few rows at a time. */
    final boolean isKept;
    private final Set<List<String>> indexed = new HashSet<>();

    StagingTable(String name, List<StagingColumn> columns, boolean isKept) {
        this.name = name;
        this.columns = columns;
        this.isKept = isKept;
    }

    int column(String header) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(header)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no column " + header);
    }

    /** SQL that creates the table. The first column counts the rows. */
    String definition(Dialect dialect) {
        // otherwise H2 keeps the indexes of such a table in memory, and those of a million rows fill it
        String cached = dialect == Dialect.H2 ? "CACHED " : "";
        return "CREATE %sLOCAL TEMPORARY TABLE %s (%s, PRIMARY KEY (%s))".formatted(cached, name,
                columns.stream().map(column -> column.name() + " " + column.type()).collect(Collectors.joining(", ")),
                columns.get(0).name());
    }

    /** Creates a writer for the rows. */
    RowWriter rows(Connection connection, Dialect dialect) throws SQLException {
        return dialect == Dialect.POSTGRESQL ? new CopyRowWriter(connection, this) : new BatchRowWriter(connection, this);
    }

    /** Creates an index on some columns, unless it exists or the rows are few. */
    public void index(Connection connection, String... by) throws SQLException {
        if (isKept || !indexed.add(List.of(by))) {
            return;
        }
        JdbcOperations.execute(connection,
                "CREATE INDEX %s_%s ON %s (%s)".formatted(name, String.join("_", by), name, String.join(", ", by)));
    }
}
