package dev.footnote.dataset.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Map;

import org.jboss.logging.Logger;

import dev.footnote.database.JdbcOperations;
import dev.footnote.metamodel.scalar.Sha256;

/** The schema of the views that show records as they were known. */
final class ViewSchema {

    private static final Logger LOG = Logger.getLogger(ViewSchema.class);
    /** The SQL state of PostgreSQL for a missing right. */
    private static final String FORBIDDEN = "42501";

    private final Connection connection;
    private final String name;

    ViewSchema(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /**
     * Replaces the views, unless they are as they should be. A user of the database who may not create a schema can do all but
     * ask for the past.
     *
     * @param views query by name
     */
    void replaceIfPermitted(Map<String, String> views) throws SQLException {
        Savepoint tablesMade = connection.setSavepoint();
        try {
            replace(views);
        } catch (SQLException e) {
            if (!FORBIDDEN.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(tablesMade);
            LOG.warnf("@knownAt cannot be answered: %s. Grant the user of the database the right CREATE on the database.",
                    e.getMessage());
        }
    }

    private void replace(Map<String, String> views) throws SQLException {
        // tells the next start which views there are
        String mark = "v" + Sha256.of(views.toString());
        JdbcOperations.execute(connection, "CREATE SCHEMA IF NOT EXISTS " + quoted(name));
        if (JdbcOperations.exists(connection, """
                SELECT 1
                FROM information_schema.tables
                WHERE table_schema = ?
                AND table_name = ?""", name, mark)) {
            return;
        }
        JdbcOperations.execute(connection, "DROP SCHEMA " + quoted(name) + " CASCADE");
        JdbcOperations.execute(connection, "CREATE SCHEMA " + quoted(name));
        for (Map.Entry<String, String> view : views.entrySet()) {
            JdbcOperations.execute(connection,
                    "CREATE VIEW " + quoted(name) + "." + view.getKey() + " AS " + view.getValue());
        }
        JdbcOperations.execute(connection, "CREATE VIEW " + quoted(name) + "." + quoted(mark) + " AS SELECT 1 AS made");
    }

    static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
