package dev.footnote.inventory;

import java.sql.SQLException;

/** Thrown when the database cannot be read. */
public final class Unreadable extends IllegalStateException {

    Unreadable(SQLException cause) {
        super("The dataset cannot be read from the database: " + cause.getMessage(), cause);
    }
}
