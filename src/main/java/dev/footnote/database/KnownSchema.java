package dev.footnote.database;

import java.sql.Connection;
import java.sql.SQLException;

import org.h2.jdbc.JdbcConnection;
import org.jboss.logging.Logger;

/**
 * The schema of views that show the records as they were known after an edit. Its views have the names of the tables, so that a
 * statement reads the past where this schema is ahead of the one with the tables.
 */
public final class KnownSchema {

    private static final String SUFFIX = "_known_at";

    private static final Logger LOG = Logger.getLogger(KnownSchema.class);

    /**
     * The rights are asked for first, because the name of the current schema is another one afterwards. A view that may not be
     * read stands for all, because they are made together.
     */
    private static final String ENTER = """
            SELECT COALESCE(has_schema_privilege(to_regnamespace(quote_ident(current_schema() || '%1$s')), 'USAGE')
              AND has_table_privilege(to_regclass(quote_ident(current_schema() || '%1$s') || '.edit'), 'SELECT'), FALSE),
            set_config('footnote.known_at', CAST(? AS TEXT), TRUE),
            set_config('search_path',
              quote_ident(current_schema() || '%1$s') || ', ' || quote_ident(current_schema()), TRUE)""".formatted(SUFFIX);

    private KnownSchema() {
    }

    /** The name of the schema, given that of the tables. */
    public static String name(String tables) {
        return tables + SUFFIX;
    }

    /** SQL that drops the schema with its views, given the schema of the tables. The next start makes it again. */
    static String drop(String tables) {
        return "DROP SCHEMA IF EXISTS \"" + name(tables) + "\" CASCADE";
    }

    /** The table with the replaced and deleted rows of a table. */
    public static String historyTable(String table) {
        return table + "_history";
    }

    /** SQL for the number of the edit that a connection is at. */
    public static String number(Dialect dialect) {
        return dialect == Dialect.H2 ? "CAST(@known_at AS INTEGER)" : "CAST(current_setting('footnote.known_at') AS INTEGER)";
    }

    /**
     * Makes the following statements of a connection read the records as they were after an edit. On PostgreSQL this ends
     * with the transaction. On H2 it begins another transaction, and ends with {@link #leave}.
     *
     * @return false if the views are missing, or the user of the database has no right to use them
     */
    public static boolean enter(Connection connection, Dialect dialect, int number) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            // a schema that is not there, or not to be used, would be passed over in silence
            return JdbcOperations.first(connection, ENTER, row -> row.getBoolean(1), number).orElseThrow();
        }
        String known = "\"" + name("PUBLIC") + "\"";
        if (!JdbcOperations.exists(connection, "SELECT 1 FROM information_schema.schemata WHERE schema_name = ?",
                name("PUBLIC"))) {
            return false;
        }
        for (String sql : new String[] { "SET SCHEMA " + known, "SET SCHEMA_SEARCH_PATH " + known + ", public",
                "SET @known_at " + number }) {
            JdbcOperations.execute(connection, sql);
        }
        return true;
    }

    /** Makes the following statements read the present again. A connection that cannot is ended, so that nobody gets it. */
    public static void leave(Connection connection, Dialect dialect) {
        if (dialect != Dialect.H2) {
            return;
        }
        try {
            JdbcOperations.execute(connection, "SET SCHEMA public");
            JdbcOperations.execute(connection, "SET SCHEMA_SEARCH_PATH public");
        } catch (SQLException e) {
            LOG.debug("A connection that read the past is ended", e);
            end(connection);
        }
    }

    /** Ends the session, and not only its use: the pool finds that it is lost, and makes another one. */
    private static void end(Connection connection) {
        try {
            connection.unwrap(JdbcConnection.class).getSession().close();
        } catch (SQLException e) {
            LOG.debug("A connection that read the past could not be closed", e);
        }
    }
}
