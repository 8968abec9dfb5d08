package dev.footnote.connection;

import java.sql.SQLException;

/** Thrown where a server cannot be reached. It may be asked again a little later. */
public final class Away extends SQLException {

    Away() {
        super("The database is away", Loss.UNREACHABLE);
    }

    /** None, because all requests meet it while the server is away, and it would tell nothing. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
