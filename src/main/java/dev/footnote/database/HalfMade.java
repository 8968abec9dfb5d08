package dev.footnote.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.inject.Singleton;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.PreventFurtherStepsException;

/**
 * Clears away tables that a process was making when it was killed, because H2 keeps those that it had, and Flyway goes no
 * further. On PostgreSQL they are made in a transaction.
 */
@Singleton
@FlywayDataSource("h2")
class HalfMade implements FlywayConfigurationCustomizer {

    private static final Logger LOG = Logger.getLogger(HalfMade.class);
    private static final String HISTORY = "flyway_schema_history";
    private static final String FAILED = """
            SELECT 1
            FROM "flyway_schema_history"
            WHERE "success" = FALSE""";
    /** That somebody else made tables there. */
    private static final String THEIRS = """
            SELECT 1
            FROM "flyway_schema_history"
            WHERE "version" IS NOT NULL
            AND NOT EXISTS (
              SELECT 1
              FROM "flyway_schema_history"
              WHERE "version" = '1'
              AND "description" = 'keep cited facts')""";

    /** Called before the tables are made. */
    @Override
    public void customize(FluentConfiguration configuration) {
        try (Connection connection = configuration.getDataSource().getConnection()) {
            if (!halfMade(connection, configuration)) {
                return;
            }
            if (holds(connection)) {
                throw new PreventFurtherStepsException("""
                        The server does not start, because a process was killed while it brought the tables of the database \
                        to this release.
                        Restore the backup from before, or import the dataset into a new file.""", Arrival.STATUS);
            }
            try (Statement statement = connection.createStatement()) {
                // it is ours, and holds no dataset
                statement.execute("DROP ALL OBJECTS");
            }
            LOG.info("The tables of the database were not all there, and it held no dataset. They are made anew.");
        } catch (SQLException e) {
            LOG.debug("The database cannot be looked at; whoever makes the tables is told why", e);
        }
    }

    /** Whether the tables are ours and not all there: of the step that was killed there may be a word or none. */
    private static boolean halfMade(Connection connection, FluentConfiguration configuration) throws SQLException {
        return exists(connection, HISTORY) && !any(connection, THEIRS)
                && (any(connection, FAILED) || !holds(connection) && configuration.load().info().pending().length > 0);
    }

    private static boolean holds(Connection connection) throws SQLException {
        return exists(connection, "DATASET") && any(connection, "SELECT 1 FROM dataset");
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        return any(connection, """
                SELECT 1
                FROM information_schema.tables
                WHERE table_schema = 'PUBLIC'
                AND table_name = '%s'""".formatted(table));
    }

    private static boolean any(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }
}
