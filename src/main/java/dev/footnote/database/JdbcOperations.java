package dev.footnote.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs single statements on a connection that the caller owns, with its transaction. */
public final class JdbcOperations {

    /** Rows that the driver fetches at once. Without it PostgreSQL sends all rows at once. */
    private static final int PAGE = 1000;

    private JdbcOperations() {
    }

    /** Receives one row of a result. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Maps one row of a result to an object. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** @return the number of rows written, 0 for a statement that writes none */
    public static long execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeLargeUpdate();
        }
    }

    public static void read(Connection connection, String sql, RowReader reader, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.setFetchSize(PAGE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    public static <T> List<T> list(Connection connection, String sql, RowMapper<T> mapper, Object... values)
            throws SQLException {
        List<T> list = new ArrayList<>();
        read(connection, sql, row -> list.add(mapper.map(row)), values);
        return list;
    }

    /** The first row, if there is one. */
    public static <T> Optional<T> first(Connection connection, String sql, RowMapper<T> mapper, Object... values)
            throws SQLException {
        return list(connection, sql, mapper, values).stream().findFirst();
    }

    /** Whether a query that selects at most one row selects one. */
    public static boolean exists(Connection connection, String sql, Object... values) throws SQLException {
        return !list(connection, sql, row -> true, values).isEmpty();
    }

    /** Sets the parameters of a statement; a null is a parameter without a value. */
    public static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
