package dev.footnote.query.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jboss.logging.Logger;

import dev.footnote.database.replica.RevisionConstraint;
import dev.footnote.query.plan.FetchNode;
import dev.footnote.query.plan.FetchResults;

/** Cancellation handle of one request: deadline or client disconnect. */
public final class CancellationToken {

    /** Thrown where the work was stopped. */
    public static final class Stopped extends RuntimeException {

        Stopped() {
            super(null, null, false, false);
        }
    }

    private static final Logger LOG = Logger.getLogger(CancellationToken.class);

    /** Nanoseconds between the cancellation of a statement and the abort of its connection. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final String START = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    private static final AtomicLong COUNT = new AtomicLong();

    private final String id;
    private final RevisionConstraint vintage;
    private Statement running;
    /** When cancellation was requested, in nanoseconds, or 0. */
    private long cancelled;
    private volatile boolean stopped;

    /** The current fetch, its start time, and the slowest fetch so far; used only by the working thread. */
    private FetchNode reading;
    private long since;
    private FetchNode slowest;
    private long longest;
    private FetchResults loaded;

    public CancellationToken() {
        this(name());
    }

    /** A new request id that no other request has. */
    public static String name() {
        return START + "-" + Long.toString(COUNT.incrementAndGet(), 36);
    }

    /**
     * Creates a token without a required dataset version.
     *
     * @param id the request id in the log
     */
    public CancellationToken(String id) {
        this(id, null);
    }

    /**
     * Creates a token.
     *
     * @param id the request id in the log
     * @param wanted the minimum version of the dataset, or null
     */
    public CancellationToken(String id, String wanted) {
        this.id = id;
        this.vintage = new RevisionConstraint(wanted);
    }

    /** @return the version of the dataset that was read; null if nothing checked it, empty if there were several */
    public String read() {
        return vintage.read();
    }

    /** Records that the request has written a revision of the dataset. */
    public void wrote(String revision) {
        vintage.wrote(revision);
    }

    /** A token for reading what the request has written: it requires at least that revision, also of a replica. */
    public CancellationToken afterwards() {
        return new CancellationToken(id, read());
    }

    RevisionConstraint vintage() {
        return vintage;
    }

    public String id() {
        return id;
    }

    public boolean stopped() {
        return stopped;
    }

    /**
     * Starts one response.
     *
     * @throws Stopped if the work was stopped before it began
     */
    public void begin() {
        reading = null;
        slowest = null;
        longest = 0;
        loaded = null;
        check();
    }

    /** Records which fetch is read from now on. */
    void reads(FetchNode next, FetchResults into) {
        settle();
        reading = next;
        loaded = into;
    }

    private void settle() {
        long now = System.nanoTime();
        if (reading != null && now - since >= longest) {
            longest = now - since;
            slowest = reading;
        }
        since = now;
    }

    /** @return the fetch that took longest to read, or null if nothing was read */
    public FetchNode slowest() {
        settle();
        return slowest;
    }

    /** @return the data that was read so far, or null if nothing was read */
    public FetchResults loaded() {
        return loaded;
    }

    synchronized void begin(Statement statement) {
        check();
        running = statement;
    }

    synchronized void end() {
        running = null;
    }

    void check() {
        if (stopped) {
            throw new Stopped();
        }
    }

    /**
     * Stops the work immediately. Cancels the running statement; if that does not help, aborts its connection. May block on
     * the database, and may be called again until the work has ended.
     */
    public synchronized void stop() {
        stopped = true;
        if (running == null) {
            return;
        }
        try {
            if (cancelled == 0) {
                cancelled = System.nanoTime();
                running.cancel();
            } else if (System.nanoTime() - cancelled > PATIENCE) {
                // because a server that disappeared silently ends neither the statement nor the wait for it; called on the
                // driver's own connection, because the pool's abort does nothing
                running.getConnection().unwrap(Connection.class).abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debugf("A statement of the request %s could not be cancelled: %s", id, e.getMessage());
        }
    }
}
