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
    private static final Set<String> PERMANENT = Set.of("28000", "28P01", "3D000");

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
        long start = System.nanoTime();
        Duration reported = Duration.ZERO;
        for (SQLException failure = failure(configuration.getDataSource()); failure != null;) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (PERMANENT.contains(String.valueOf(failure.getSQLState())) || waited.compareTo(patience) >= 0) {
                throw end(failure, waited);
            }
            if (waited.compareTo(reported) >= 0) {
                LOG.infof("Waiting for the database: %s (%d of %d s)", failure.getMessage(), waited.toSeconds(),
                        patience.toSeconds());
                reported = waited.plus(LINES);
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
                The server does not start, because the database is still not available after %s s:
                  %s
                Check that it is running, and that footnote.database.url, user and password are correct. \
                footnote.database.patience is the time that startup waits for it.""".formatted(waited.toSeconds(),
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
