package dev.footnote.database;

import java.sql.Connection;
import java.sql.SQLException;

import dev.footnote.connection.Work;
import dev.footnote.revision.Vintage;

/** Where answers are read from. */
public interface Connections {

    /**
     * Does the work over a connection, which may be done twice.
     *
     * @param vintage what is wanted, and takes what was read
     * @throws SQLException also where the database is away, or has no connection left
     */
    <T> T read(Vintage vintage, Work<T> work) throws SQLException;

    /** A connection for who reads longer; whoever opens it closes it. */
    Connection open() throws SQLException;

    /** Whether a record is there in microseconds, so that no thread that has to go on need fear to wait for one. */
    default boolean atHand() {
        return false;
    }

    /** Whether there were none a moment ago. */
    boolean wereAway();
}
