package dev.footnote.graph;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Rows that no table holds: a room makes them for one question, from the snapshot that all of the answer is read from.
 * The first column of a row is its key, a String; of rows that are served as pages it also says their order, so
 * that a cursor can hold it.
 */
@FunctionalInterface
public interface Made {

    /**
     * @param arguments by name, coerced; what was not given has no entry
     * @return by kind, the rows in their order, each with a value for every column of its kind: a String, an Integer,
     *         a Boolean or null
     * @throws IllegalArgumentException with a sentence for the caller when an argument cannot be used
     */
    Map<Noun, List<Object[]>> make(Map<String, Object> arguments, Reader reader) throws SQLException;

    /** Reads from the snapshot; statements are counted, and cancelled when the time of the request is over. */
    @FunctionalInterface
    interface Reader {

        /** @param values for the question marks of the SQL, in their order */
        void read(String sql, List<?> values, RowReader row) throws SQLException;
    }

    /** Takes one row of a result. */
    @FunctionalInterface
    interface RowReader {

        void read(ResultSet row) throws SQLException;
    }
}
