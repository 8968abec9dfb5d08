package dev.footnote.answer;

import java.sql.SQLException;
import java.sql.Statement;

/** The work on one answer, which ends when its time does or when nobody waits for it any longer. */
public final class Effort {

    /** Thrown where the work was stopped. */
    static final class Stopped extends RuntimeException {

        Stopped() {
            super(null, null, false, false);
        }
    }

    private Statement running;
    private boolean begun;
    private volatile boolean stopped;

    /** @return whether it was begun */
    public synchronized boolean begun() {
        return begun;
    }

    public boolean stopped() {
        return stopped;
    }

    synchronized void begin() {
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
    public synchronized void stop() throws SQLException {
        stopped = true;
        if (running != null) {
            running.cancel();
        }
    }
}
