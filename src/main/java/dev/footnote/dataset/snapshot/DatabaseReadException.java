package dev.footnote.dataset.snapshot;

import java.sql.SQLException;

/** Thrown when the database cannot be read. */
public final class DatabaseReadException extends IllegalStateException {

    DatabaseReadException(SQLException cause) {
        super("The dataset cannot be read from the database: " + cause.getMessage(), cause);
    }
}
