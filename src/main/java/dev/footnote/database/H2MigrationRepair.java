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
    private static final String ANY_MIGRATION = """
            SELECT 1
            FROM "flyway_schema_history"
            WHERE "installed_rank" > 0""";
    private static final String FAILED_MIGRATION = """
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
            repair(configuration);
        }
    }

    static void repair(FluentConfiguration configuration) {
        try (Connection connection = configuration.getDataSource().getConnection()) {
            boolean migrated = exists(connection, HISTORY) && JdbcOperations.exists(connection, ANY_MIGRATION);
            if (!exists(connection, HISTORY) || migrated && !isIncomplete(connection, configuration)) {
                return;
            }
            MigrationObjects own = new MigrationObjects(configuration);
            if (!migrated && !own.areTablesOurs(connection)) {
                throw new PreventFurtherStepsException("""
                        The server does not start, because the database contains tables of another application.
                        Use another file, or remove those tables.""", DatabaseStartupWait.STATUS);
            }
            if (!own.isHistoryOurs()) {
                return;
            }
            if (hasDataset(connection)) {
                throw new PreventFurtherStepsException("""
                        The server does not start, because a process was killed while it updated the tables of the database.
                        Restore a backup from before the update, or import the dataset into a new file.""",
                        DatabaseStartupWait.STATUS);
            }
            dropTables(connection, own);
            LOG.info("Tables were missing, because their creation was interrupted. They are created again.");
        } catch (SQLException e) {
            LOG.debug("The tables cannot be read; the migration reports the cause", e);
        }
    }

    /** Whether some of our tables are missing. The history may or may not mention the migration that was killed. */
    private static boolean isIncomplete(Connection connection, FluentConfiguration configuration) throws SQLException {
        return JdbcOperations.exists(connection, FAILED_MIGRATION)
                || !hasDataset(connection) && configuration.load().info().pending().length > 0;
    }

    /** Drops our tables, and no tables of other owners in the same file. If such tables refer to ours, it drops nothing. */
    private static void dropTables(Connection connection, MigrationObjects own) {
        try {
            for (String sql : own.dropStatements()) {
                JdbcOperations.execute(connection, sql);
            }
        } catch (SQLException e) {
            throw new PreventFurtherStepsException("""
                    The server does not start, because tables of the database are missing and cannot be created again:
                      %s
                    Remove what refers to them, or import the dataset into a new file.""".formatted(e.getMessage()),
                    DatabaseStartupWait.STATUS);
        }
    }

    private static boolean hasDataset(Connection connection) throws SQLException {
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
