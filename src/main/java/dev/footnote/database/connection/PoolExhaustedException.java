package dev.footnote.database.connection;

import java.sql.SQLException;

/** Thrown if all connections are in use and none became free in time. */
public final class PoolExhaustedException extends SQLException {

    PoolExhaustedException() {
        super("All connections to the database are taken", SqlStates.TOO_MANY);
    }

    /** Omits the stack trace, because many requests fail this way at once, and the trace would contain no information. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
