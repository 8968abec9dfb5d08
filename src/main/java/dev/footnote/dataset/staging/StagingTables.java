package dev.footnote.dataset.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

import dev.footnote.database.Dialect;
import dev.footnote.database.JdbcOperations;

/**
 * The staging tables on a connection. An import makes them anew and drops them. Edits keep them on the connection, because a
 * hundred statements that make and drop them take much longer than an edit itself.
 */
final class StagingTables {

    /** A page of a table that few rows reach, unless deleted ones have left much space. */
    private static final int MANY_PAGES = 32;

    /**
     * Plans that suit few rows. The database knows nothing of the rows, and else expects so many that it reads whole tables.
     */
    private static final String FEW_ROWS = """
            SELECT obj_description(to_regclass('pg_temp.%s'), 'pg_class') IS NOT DISTINCT FROM '%s', set_config('enable_hashjoin', 'off', TRUE),
              set_config('enable_mergejoin', 'off', TRUE), set_config('enable_seqscan', 'off', TRUE)""";

    private final Connection connection;
    private final Dialect dialect;
    private final List<StagingTable> tables;
    private final boolean areKept;

    StagingTables(Connection connection, Dialect dialect, List<StagingTable> tables, boolean areKept) {
        this.connection = connection;
        this.dialect = dialect;
        this.tables = tables;
        this.areKept = areKept;
    }

    void create() throws SQLException {
        if (areKept && areThere()) {
            return;
        }
        for (StagingTable table : tables) {
            drop(table);
            JdbcOperations.execute(connection, table.definition(dialect));
        }
        if (areKept && dialect == Dialect.POSTGRESQL) {
            JdbcOperations.execute(connection, "COMMENT ON TABLE pg_temp.%s IS '%s'".formatted(last().name, fingerprint()));
        }
    }

    private boolean areThere() throws SQLException {
        return dialect == Dialect.H2 ? isStaged(last())
                : JdbcOperations.first(connection, FEW_ROWS.formatted(last().name, fingerprint()), row -> row.getBoolean(1))
                        .orElseThrow();
    }

    private StagingTable last() {
        return tables.get(tables.size() - 1);
    }

    /** Differs from that of other versions of the application, which a connection pooler may give the same connection. */
    private String fingerprint() {
        return Integer.toHexString(tables.stream().map(table -> table.definition(dialect)).toList().hashCode());
    }

    /** Deletes the rows of a kept table. */
    void clear(StagingTable table) throws SQLException {
        if (dialect == Dialect.H2) {
            JdbcOperations.execute(connection, "DELETE FROM " + table.name);
            return;
        }
        // nobody vacuums a temporary table
        int page = JdbcOperations.list(connection, "DELETE FROM %s RETURNING CAST((ctid::text::point)[0] AS INTEGER)"
                .formatted(table.name), row -> row.getInt(1)).stream().max(Integer::compare).orElse(0);
        if (page > MANY_PAGES) {
            JdbcOperations.execute(connection, "TRUNCATE TABLE " + table.name);
        }
    }

    void dropAll() throws SQLException {
        for (StagingTable table : tables) {
            drop(table);
        }
    }

    /** Drops the temporary table of this connection, but not a permanent table of the same name. */
    private void drop(StagingTable table) throws SQLException {
        String there = dialect == Dialect.POSTGRESQL ? "pg_temp." + table.name : table.name;
        if (dialect == Dialect.POSTGRESQL || isStaged(table)) {
            JdbcOperations.execute(connection, "DROP TABLE IF EXISTS " + there);
        }
    }

    private boolean isStaged(StagingTable table) throws SQLException {
        return JdbcOperations.exists(connection, """
                SELECT 1
                FROM information_schema.tables
                WHERE table_type = 'LOCAL TEMPORARY'
                AND table_name = ?""", table.name.toUpperCase(Locale.ROOT));
    }
}
