package dev.footnote.staging;

import java.sql.SQLException;

/** Takes rows for a table, by the way that is the quickest to its database. */
interface Rows extends AutoCloseable {

    /** @param values in the order of the columns; they may be used again afterwards */
    void add(Object[] values) throws SQLException;

    /** Writes what is left. */
    @Override
    void close() throws SQLException;

    /** Carries what the database said through the reading of a file, which knows no database. */
    final class Lost extends RuntimeException {

        private final transient SQLException reason;

        Lost(SQLException reason) {
            super(reason);
            this.reason = reason;
        }

        SQLException reason() {
            return reason;
        }
    }
}
