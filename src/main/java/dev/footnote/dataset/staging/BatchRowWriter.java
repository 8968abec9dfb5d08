package dev.footnote.dataset.staging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** Inserts rows in batches of a thousand. */
final class BatchRowWriter implements RowWriter {

    private static final int MOST = 1000;
    private static final int COMMITTED = 50;

    private final Connection connection;
    private final PreparedStatement statement;
    private final boolean isKept;
    private int waiting;
    private int batches;

    BatchRowWriter(Connection connection, StagingTable table) throws SQLException {
        this.connection = connection;
        this.isKept = table.isKept;
        this.statement = connection.prepareStatement("INSERT INTO %s VALUES (%s)".formatted(table.name,
                table.columns.stream().map(column -> "?").collect(Collectors.joining(", "))));
    }

    @Override
    public void add(Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
        if (++waiting == MOST) {
            flush();
        }
    }

    private void flush() throws SQLException {
        if (waiting > 0) {
            statement.executeBatch();
            if (!isKept && ++batches % COMMITTED == 0) {
                // no other connection sees the rows, and H2 stores uncommitted changes a second time
                connection.commit();
            }
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            flush();
            if (!isKept) {
                connection.commit();
            }
        }
    }
}
