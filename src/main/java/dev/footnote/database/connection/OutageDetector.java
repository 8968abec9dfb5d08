package dev.footnote.database.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import javax.sql.DataSource;

import org.jboss.logging.Logger;

import dev.footnote.background.LoggedTask;

/**
 * Detects outages of a server. After the first failed connection no other caller tries to connect, because each one would wait.
 * One thread checks the server until it is back. The log has one line for the start of the outage and one for its end.
 */
final class OutageDetector {

    private static final Logger LOG = Logger.getLogger(OutageDetector.class);

    /** Pause between checks. A server that is reachable but does not respond takes as long as the timeout of the driver. */
    private static final int ROUND_MILLISECONDS = 200;
    private static final int ANSWER_SECONDS = 1;
    private static final long NEAR = TimeUnit.SECONDS.toNanos(1);

    private final String name;
    private final DataSource connections;
    private final Runnable gone;
    private final LongAdder refused = new LongAdder();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "database outage");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean away;
    /** Whether a check of the server is running or scheduled. */
    private boolean wasAsked;
    private long since;
    private volatile long ended = System.nanoTime() - NEAR;

    /**
     * @param connections returns a new connection each time
     * @param gone called when an outage starts
     */
    OutageDetector(String name, DataSource connections, Runnable gone) {
        this.name = name;
        this.connections = connections;
        this.gone = gone;
    }

    /** Whether the server is unavailable, or was within the last second. */
    boolean isNear() {
        return away || System.nanoTime() - ended < NEAR;
    }

    /** @throws DatabaseUnavailableException while the server is unavailable */
    void check() throws DatabaseUnavailableException {
        if (away) {
            refused.increment();
            throw new DatabaseUnavailableException();
        }
    }

    synchronized void begin(SQLException cause) {
        note(cause);
        look(ROUND_MILLISECONDS);
    }

    /** Starts a check of the server. Callers may continue to connect in the meantime. */
    synchronized void suspect() {
        look(0);
    }

    private synchronized void note(Throwable cause) {
        if (!away) {
            since = System.nanoTime();
            away = true;
            // even if this fails, the server must still be checked
            LoggedTask.run("dropping connections to the " + name, gone);
            LOG.warnf("The %s is unavailable: %s. Requests that need it are refused until it is available again.", name,
                    said(cause));
        }
    }

    /** The error message on one line. */
    private static String said(Throwable cause) {
        return String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }

    private synchronized void look(int milliseconds) {
        if (wasAsked) {
            return;
        }
        wasAsked = true;
        try {
            looking.schedule(new LoggedTask("looking for the " + name, this::lookNow), milliseconds, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The database is not checked any more, because the process ends");
        }
    }

    private void lookNow() {
        try (Connection connection = connections.getConnection()) {
            if (!connection.isValid(ANSWER_SECONDS)) {
                throw new SQLException("it takes connections and does not answer");
            }
            end();
        } catch (SQLException | RuntimeException | LinkageError e) {
            again(e);
        }
    }

    private synchronized void again(Throwable cause) {
        wasAsked = false;
        note(cause);
        look(ROUND_MILLISECONDS);
    }

    private synchronized void end() {
        wasAsked = false;
        if (away) {
            ended = System.nanoTime();
            away = false;
            LOG.warnf("The %s is available again after %,d ms; %,d requests needed it in this time.", name,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since), refused.sumThenReset());
        }
    }

    void close() {
        looking.shutdownNow();
    }
}
