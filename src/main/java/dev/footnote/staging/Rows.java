package dev.footnote.staging;

import java.sql.SQLException;

/** Takes rows for a table, by the way that is the quickest to its database. */
interface Rows extends AutoCloseable {

    /** @param values in the order of the columns; they may be used again afterwards */
    void add(Object[] values) throws SQLException;

    /**
     * The same for whoever is called by the reading of a file.
     *
     * @throws Lost with what the database said
     */
    default void take(Object... values) {
        try {
            add(values);
        } catch (SQLException e) {
            throw new Lost(e);
        }
    }

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
