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
    private static final int STATUS = 3;

    /** Called before the tables are made. */
    @Override
    public void customize(FluentConfiguration configuration) {
        try (Connection connection = configuration.getDataSource().getConnection()) {
            if (!halfMade(connection)) {
                return;
            }
            if (exists(connection, "DATASET") && any(connection, "SELECT 1 FROM dataset")) {
                throw new PreventFurtherStepsException("""
                        The server does not start, because a process was killed while it brought the tables of the database \
                        to this release.
                        Restore the backup from before, or import the dataset into a new file.""", STATUS);
            }
            try (Statement statement = connection.createStatement()) {
                // it is ours, and holds no dataset
                statement.execute("DROP ALL OBJECTS");
            }
            LOG.info("A process was killed while it made the tables of the database. They are made anew.");
        } catch (SQLException e) {
            LOG.debug("The database cannot be looked at; whoever makes the tables is told why", e);
        }
    }

    /** Whether the tables are ours, and a step was begun and not ended. */
    private static boolean halfMade(Connection connection) throws SQLException {
        return exists(connection, "flyway_schema_history") && any(connection, """
                SELECT 1
                FROM "flyway_schema_history"
                WHERE NOT "success"
                AND EXISTS (
                  SELECT 1
                  FROM "flyway_schema_history"
                  WHERE "version" = '1'
                  AND "description" = 'keep cited facts')""");
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
