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

/** The work on one request, which ends when its time does or when nobody waits for it any longer. */
public final class CancellationToken {

    /** Thrown where the work was stopped. */
    public static final class Stopped extends RuntimeException {

        Stopped() {
            super(null, null, false, false);
        }
    }

    private static final Logger LOG = Logger.getLogger(CancellationToken.class);

    /** From the cancelling of a statement to the end of its connection. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final String START = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    private static final AtomicLong COUNT = new AtomicLong();

    private final String id;
    private final RevisionConstraint vintage;
    private Statement running;
    /** When it was asked to be cancelled, in nanoseconds, or 0. */
    private long cancelled;
    private volatile boolean stopped;

    /** What is being read, since when, and what it took longest to read so far; all of the thread that works. */
    private FetchNode reading;
    private long since;
    private FetchNode slowest;
    private long longest;
    private FetchResults loaded;

    public CancellationToken() {
        this(name());
    }

    /** A name that no other request has. */
    public static String name() {
        return START + "-" + Long.toString(COUNT.incrementAndGet(), 36);
    }

    /** @param id what the request is called in the log */
    public CancellationToken(String id) {
        this(id, null);
    }

    /**
     * @param id what the request is called in the log
     * @param wanted the version of the dataset that is read at least, or null
     */
    public CancellationToken(String id, String wanted) {
        this.id = id;
        this.vintage = new RevisionConstraint(wanted);
    }

    /** @return the version of the dataset that was read; null where nobody looked, empty where there were several */
    public String read() {
        return vintage.read();
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

    /** Begins one answer. @throws Stopped when the work was stopped before it began */
    public void begin() {
        reading = null;
        slowest = null;
        longest = 0;
        loaded = null;
        check();
    }

    /** Notes what is read from now on. */
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

    /** @return what took longest to read, or null where nothing was read */
    public FetchNode slowest() {
        settle();
        return slowest;
    }

    /** @return what was read, as far as it came, or null where nothing was */
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
     * Stops the work where it stands; the statement that runs is cancelled, and where that does not help, its connection is
     * broken off. May wait for the database, and may be called until the work has ended.
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
                // because a server that is gone without a word neither ends the statement nor the wait for it
                // of the driver itself, because the pool's own does nothing
                running.getConnection().unwrap(Connection.class).abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debugf("A statement of the request %s could not be cancelled: %s", id, e.getMessage());
        }
    }
}
