package dev.footnote.metamodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Computes rows that are not stored in a table. A package computes them for one operation, from the same snapshot as the rest
 * of the response. The first column of a row is its key, a String. For rows that are served as pages it also determines their
 * order, so that a cursor can contain it.
 */
@FunctionalInterface
public interface VirtualTable {

    /**
     * @param arguments by name, coerced; arguments that were not given have no entry
     * @return the rows by entity type, in order, each with a value for every column of its entity type: a String, an Integer, a
     *         Boolean or null
     * @throws IllegalArgumentException with a sentence for the client if an argument is invalid
     */
    Map<EntityType, List<Object[]>> make(Map<String, Object> arguments, Reader reader) throws SQLException;

    /** Whether the rows are computed from the records only, so that they can be computed as the records were known earlier. */
    default boolean isFromRecords() {
        return false;
    }

    /** Reads from the snapshot. Statements are counted, and are cancelled when the request times out. */
    @FunctionalInterface
    interface Reader {

        /** @param values for the question marks of the SQL, in order */
        void read(String sql, List<?> values, RowReader row) throws SQLException;
    }

    /** Receives one row of a result. */
    @FunctionalInterface
    interface RowReader {

        void read(ResultSet row) throws SQLException;
    }
}
