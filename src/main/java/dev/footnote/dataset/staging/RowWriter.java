package dev.footnote.dataset.staging;

import java.sql.SQLException;

/** Writes rows to a table in the fastest way for its database. */
interface RowWriter extends AutoCloseable {

    /** @param values in the order of the columns; the array may be reused afterwards */
    void add(Object[] values) throws SQLException;

    /**
     * Adds a row from a callback that cannot throw {@code SQLException}.
     *
     * @throws Lost with the exception of the database
     */
    default void take(Object... values) {
        try {
            add(values);
        } catch (SQLException e) {
            throw new Lost(e);
        }
    }

    /** Writes the remaining rows. */
    @Override
    void close() throws SQLException;

    /** Carries an {@code SQLException} through code that reads files and has no database exceptions. */
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
