package dev.footnote.database.connection;

import java.sql.SQLException;

/** Thrown if a server cannot be reached. A retry a little later may succeed. */
public final class DatabaseUnavailableException extends SQLException {

    DatabaseUnavailableException() {
        super("The database is unavailable", SqlStates.UNREACHABLE);
    }

    /**
     * Omits the stack trace, because all requests fail this way during an outage, and the trace would contain no information.
     */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
