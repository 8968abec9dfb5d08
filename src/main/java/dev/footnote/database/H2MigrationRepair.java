package dev.footnote.database;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Singleton;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.PreventFurtherStepsException;

/**
 * Drops tables left by a process that was killed while it created them. H2 keeps such tables, and Flyway then refuses to
 * continue. PostgreSQL creates them in a transaction.
 */
@Singleton
class H2MigrationRepair implements FlywayConfigurationCustomizer {

    private static final Logger LOG = Logger.getLogger(H2MigrationRepair.class);
    private static final String HISTORY = "flyway_schema_history";
    private static final String TOLD = """
            SELECT 1
            FROM "flyway_schema_history"
            WHERE "installed_rank" > 0""";
    private static final String FAILED = """
            SELECT 1
            FROM "flyway_schema_history"
            WHERE "success" = FALSE""";

    private final Dialect dialect;

    H2MigrationRepair(DatabaseConfig config) {
        this.dialect = Dialect.of(config.url());
    }

    /** Called before the tables are created. */
    @Override
    public void customize(FluentConfiguration configuration) {
        if (dialect == Dialect.H2) {
            heal(configuration);
        }
    }

    static void heal(FluentConfiguration configuration) {
        try (Connection connection = configuration.getDataSource().getConnection()) {
            boolean told = exists(connection, HISTORY) && JdbcOperations.exists(connection, TOLD);
            if (!exists(connection, HISTORY) || told && !halfMade(connection, configuration)) {
                return;
            }
            MigrationObjects own = new MigrationObjects(configuration);
            if (!told && !own.alone(connection)) {
                throw new PreventFurtherStepsException("""
                        The server does not start, because the database holds tables of somebody else.
                        Name another file, or take those tables out of it.""", DatabaseStartupWait.STATUS);
            }
            if (!own.told()) {
                return;
            }
            if (holds(connection)) {
                throw new PreventFurtherStepsException("""
                        The server does not start, because a process was killed while it brought the tables of the database \
                        to this release.
                        Restore the backup from before, or import the dataset into a new file.""", DatabaseStartupWait.STATUS);
            }
            clear(connection, own);
            LOG.info("The tables of the database were not all there, and it held no dataset. They are made anew.");
        } catch (SQLException e) {
            LOG.debug("The database cannot be looked at; whoever makes the tables is told why", e);
        }
    }

    /** Whether some of our tables are missing. The history may or may not mention the migration that was killed. */
    private static boolean halfMade(Connection connection, FluentConfiguration configuration) throws SQLException {
        return JdbcOperations.exists(connection, FAILED)
                || !holds(connection) && configuration.load().info().pending().length > 0;
    }

    /** Drops our tables, and no tables of other owners in the same file. If such tables refer to ours, it drops nothing. */
    private static void clear(Connection connection, MigrationObjects own) {
        try {
            for (String sql : own.clearing()) {
                JdbcOperations.execute(connection, sql);
            }
        } catch (SQLException e) {
            throw new PreventFurtherStepsException("""
                    The server does not start, because the tables of the database are not all there, and cannot be made anew:
                      %s
                    Take away what refers to them, or import the dataset into a new file.""".formatted(e.getMessage()),
                    DatabaseStartupWait.STATUS);
        }
    }

    private static boolean holds(Connection connection) throws SQLException {
        return exists(connection, "DATASET") && JdbcOperations.exists(connection, "SELECT 1 FROM dataset");
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        return JdbcOperations.exists(connection, """
                SELECT 1
                FROM information_schema.tables
                WHERE table_schema = 'PUBLIC'
                AND table_name = ?""", table);
    }
}
