package dev.footnote.database;

import java.sql.Connection;
import java.sql.SQLException;

import dev.footnote.database.connection.ConnectionCallback;
import dev.footnote.database.replica.RevisionConstraint;

/** The source of connections for reads. */
public interface ConnectionProvider {

    /**
     * Runs the work with a connection. The work may run twice.
     *
     * @param constraint the required revision; it also records the revision that was read
     * @throws SQLException also if the database is unavailable or has no free connection
     */
    <T> T read(RevisionConstraint constraint, ConnectionCallback<T> work) throws SQLException;

    /** Opens a connection for a longer read. The caller closes it. */
    Connection open() throws SQLException;

    /** Whether a record can be read in microseconds, so that even a thread that must not block can wait for it. */
    default boolean atHand() {
        return false;
    }

    /** Whether the database was unavailable a moment ago. */
    boolean wereAway();
}
