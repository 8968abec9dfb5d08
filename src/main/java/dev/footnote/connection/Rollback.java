package dev.footnote.connection;

import java.sql.Connection;
import java.sql.SQLException;

import org.jboss.logging.Logger;

/** Undoes what a transaction did, without hiding why it has to be undone. */
public final class Rollback {

    private static final Logger LOG = Logger.getLogger(Rollback.class);

    private Rollback() {
    }

    /** Undoes it because of a failure, which says more than that a lost connection cannot be rolled back. */
    public static void after(Throwable failure, Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Undoes what was not committed of work that is done; where the connection is lost, the server has undone it. */
    public static void rest(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("The rest of a transaction could not be rolled back", e);
        }
    }

    /** Closes a connection that is lost. */
    static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A lost connection could not be closed", e);
        }
    }

    /** Closes a connection because of a failure, which says more than that it cannot be closed. */
    public static void close(Throwable failure, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
