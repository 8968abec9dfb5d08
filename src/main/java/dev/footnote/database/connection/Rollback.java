package dev.footnote.database.connection;

import java.sql.Connection;
import java.sql.SQLException;

import org.jboss.logging.Logger;

/** Rollback and close operations that do not hide the original failure. */
public final class Rollback {

    private static final Logger LOG = Logger.getLogger(Rollback.class);

    private Rollback() {
    }

    /**
     * Rolls back after a failure. The original failure is kept, because it says more than a failed rollback of a lost
     * connection.
     */
    public static void after(Throwable failure, Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Rolls back uncommitted changes after successful work. If the connection is lost, the server has already rolled back. */
    public static void rest(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("The rest of a transaction could not be rolled back", e);
        }
    }

    /** Closes a lost connection. */
    static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A lost connection could not be closed", e);
        }
    }

    /** Closes a connection after a failure. The original failure is kept, because it says more than a failure to close. */
    public static void close(Throwable failure, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
