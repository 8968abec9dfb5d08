package dev.footnote.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import javax.sql.DataSource;

import org.jboss.logging.Logger;

import dev.footnote.scheduling.Guarded;

/**
 * Whether a server is away. From the first connection that cannot be made on nobody else tries, because each would wait;
 * one thread looks for the server until it is back. The log has a line for the beginning and one for the end.
 */
final class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);

    /** A server that is there and does not answer takes as long as the driver waits. */
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
    /** Whether somebody looks for it, or will. */
    private boolean looked;
    private long since;
    private volatile long ended = System.nanoTime() - NEAR;

    /**
     * @param connections a new one each time
     * @param gone done when the server has gone
     */
    Outage(String name, DataSource connections, Runnable gone) {
        this.name = name;
        this.connections = connections;
        this.gone = gone;
    }

    /** Whether the server is away, or was within the last second. */
    boolean isNear() {
        return away || System.nanoTime() - ended < NEAR;
    }

    /** @throws Away while the server is away */
    void check() throws Away {
        if (away) {
            refused.increment();
            throw new Away();
        }
    }

    synchronized void begin(SQLException cause) {
        note(cause);
        look(ROUND_MILLISECONDS);
    }

    /** Has somebody look whether the server is there, and lets everybody through meanwhile. */
    synchronized void suspect() {
        look(0);
    }

    private synchronized void note(Throwable cause) {
        if (!away) {
            since = System.nanoTime();
            away = true;
            // where it fails, somebody has to look for the server all the same
            Guarded.run("dropping connections to the " + name, gone);
            LOG.warnf("The %s is away: %s. What needs it is refused until it is back.", name, said(cause));
        }
    }

    /** On one line. */
    private static String said(Throwable cause) {
        return String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }

    private synchronized void look(int milliseconds) {
        if (looked) {
            return;
        }
        looked = true;
        try {
            looking.schedule(new Guarded("looking for the " + name, this::lookNow), milliseconds, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Nobody looks for the database any longer, because the process ends");
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
        looked = false;
        note(cause);
        look(ROUND_MILLISECONDS);
    }

    private synchronized void end() {
        looked = false;
        if (away) {
            ended = System.nanoTime();
            away = false;
            LOG.warnf("The %s is back after %,d ms, in which it was needed %,d times.", name,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since), refused.sumThenReset());
        }
    }

    void close() {
        looking.shutdownNow();
    }
}
