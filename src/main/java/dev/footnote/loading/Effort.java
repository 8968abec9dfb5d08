package dev.footnote.loading;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import org.jboss.logging.Logger;

/** The work on one request, which ends when its time does or when nobody waits for it any longer. */
public final class Effort {

    /** Thrown where the work was stopped. */
    public static final class Stopped extends RuntimeException {

        Stopped() {
            super(null, null, false, false);
        }
    }

    private static final Logger LOG = Logger.getLogger(Effort.class);

    private static final String START = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    private static final AtomicLong COUNT = new AtomicLong();

    private final String id;
    private Statement running;
    private volatile boolean begun;
    private volatile boolean stopped;

    public Effort() {
        this(START + "-" + Long.toString(COUNT.incrementAndGet(), 36));
    }

    /** @param id what the request is called in the log */
    public Effort(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public boolean begun() {
        return begun;
    }

    public boolean stopped() {
        return stopped;
    }

    /** @throws Stopped when the work was stopped before it began */
    public void begin() {
        begun = true;
        check();
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

    /** Stops the work where it stands; the statement that runs is cancelled. May wait for the database. */
    public synchronized void stop() {
        stopped = true;
        if (running == null) {
            return;
        }
        try {
            running.cancel();
        } catch (SQLException e) {
            LOG.warnf("A statement of the request %s could not be cancelled: %s", id, e.getMessage());
        }
    }
}
