package dev.footnote.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.PreventFurtherStepsException;

/** Blocks startup until the database is reachable, before anything that needs the database. */
@Singleton
class DatabaseStartupWait implements FlywayConfigurationCustomizer {

    private static final Logger LOG = Logger.getLogger(DatabaseStartupWait.class);
    /** The exit status of the process; see the help of the commands. */
    static final int STATUS = 3;
    private static final long ROUND_MILLISECONDS = 500;
    private static final Duration LINES = Duration.ofSeconds(5);

    /** SQL states for wrong names, wrong passwords and a missing database. Waiting does not fix any of them. */
    private static final Set<String> HOPELESS = Set.of("28000", "28P01", "3D000");

    private final Duration patience;

    DatabaseStartupWait(DatabaseConfig config) {
        // an H2 database is available as soon as it is opened
        this.patience = Dialect.of(config.url()) == Dialect.H2 ? Duration.ZERO : config.patience();
    }

    /** Called before the tables are created. */
    @Override
    public void customize(FluentConfiguration configuration) {
        if (patience.isZero()) {
            return; // the first caller gets the error
        }
        long begun = System.nanoTime();
        Duration told = Duration.ZERO;
        for (SQLException failure = failure(configuration.getDataSource()); failure != null;) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            if (HOPELESS.contains(String.valueOf(failure.getSQLState())) || waited.compareTo(patience) >= 0) {
                throw end(failure, waited);
            }
            if (waited.compareTo(told) >= 0) {
                LOG.infof("Waiting for the database: %s (%d of %d s)", failure.getMessage(), waited.toSeconds(),
                        patience.toSeconds());
                told = waited.plus(LINES);
            }
            pause();
            failure = failure(configuration.getDataSource());
        }
    }

    private static SQLException failure(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    private static PreventFurtherStepsException end(SQLException failure, Duration waited) {
        return new PreventFurtherStepsException("""
                The server does not start, because after %s s the database still cannot be used:
                  %s
                Look whether it runs, and whether footnote.database.url, user and password are right. \
                footnote.database.patience says how long a start waits for it.""".formatted(waited.toSeconds(),
                failure.getMessage()), STATUS);
    }

    private static void pause() {
        try {
            Thread.sleep(ROUND_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PreventFurtherStepsException("The start was interrupted while it waited for the database.", STATUS);
        }
    }
}
