package dev.footnote.connection;

import java.sql.SQLException;

/** Thrown where all connections are taken, and none came free in time. */
public final class Crowded extends SQLException {

    Crowded() {
        super("All connections to the database are taken", Loss.TOO_MANY);
    }

    /** None, because many requests meet it at once, and it would tell nothing. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
