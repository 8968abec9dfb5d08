package dev.footnote.query.execution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.footnote.database.replica.CurrentRevision;
import dev.footnote.metamodel.VirtualTable;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.plan.FetchResults;
import dev.footnote.query.plan.RowLayout;
import dev.footnote.query.sql.SqlBuilder;

/** Runs the statements of one response over one connection. It counts them and supports cancellation. */
final class StatementRunner {

    /** Keys that are fetched at a time, because PostgreSQL's driver would otherwise hold all of them in memory. */
    private static final int FETCHED = 10_000;

    /**
     * Suffix of statements that are run outside of a transaction. H2 reuses the last result of the same SQL text while it
     * considers the tables unchanged. If a text is run both inside and outside of a snapshot, that result may be outdated.
     */
    static final String ALONE = " /* alone */";

    private final Connection connection;
    private final CancellationToken cancellation;
    private final FetchResults loaded;
    private final int most;
    private final AggregateCache sums;
    /** The version of the dataset in this snapshot; null until it is needed. */
    private String version;

    /**
     * Creates the runner.
     *
     * @param most the most rows that may be read
     * @param sums the cache of aggregates that were read before
     */
    StatementRunner(Connection connection, CancellationToken cancellation, FetchResults loaded, int most, AggregateCache sums) {
        this.connection = connection;
        this.cancellation = cancellation;
        this.loaded = loaded;
        this.most = most;
        this.sums = sums;
    }

    /** Reads the values of a row. */
    interface Decoder {
        Object[] values(ResultSet row) throws SQLException;
    }

    interface ChildReader {
        void read(Integer parent, ResultSet row) throws SQLException;
    }

    /** The keys that a statement selects; there may be millions. */
    int[] keys(SqlBuilder sql) throws SQLException {
        IntStream.Builder keys = IntStream.builder();
        run(sql, FETCHED, row -> keys.add(row.getInt(1)));
        return keys.build().toArray();
    }

    void run(SqlBuilder sql, VirtualTable.RowReader reader) throws SQLException {
        run(sql, 0, reader);
    }

    private void run(SqlBuilder sql, int fetched, VirtualTable.RowReader reader) throws SQLException {
        loaded.statements++;
        try (PreparedStatement statement = prepared(sql.text())) {
            statement.setFetchSize(fetched);
            sql.bind(statement);
            cancellation.begin(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            } finally {
                cancellation.end();
            }
        }
    }

    /**
     * The rows of a statement over all records of a type, possibly from the cache for the same dataset version. It counts as
     * one statement either way, so that the same request always costs the same.
     *
     * @param records whether each row counts as a record that was read
     */
    List<Object[]> kept(SqlBuilder sql, boolean records, Decoder decoder) throws SQLException {
        Optional<List<Object[]>> known = sums.keeps() ? sums.get(version(), sql) : Optional.empty();
        if (known.isPresent()) {
            loaded.statements++;
            for (int i = 0; records && i < known.get().size(); i++) {
                count();
            }
            return known.get();
        }
        List<Object[]> read = new ArrayList<>();
        run(sql, row -> read.add(decoder.values(row)));
        if (sums.keeps()) {
            sums.put(version(), sql, read);
        }
        return read;
    }

    /** Reads the cells of a record, and counts the record. */
    Object[] cells(RowLayout layout, ResultSet row, int from) throws SQLException {
        count();
        Object[] cells = new Object[layout.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = layout.cell(i).read(row, from + i);
        }
        return cells;
    }

    private PreparedStatement prepared(String text) throws SQLException {
        return connection.prepareStatement(connection.getAutoCommit() ? text + ALONE : text);
    }

    private String version() throws SQLException {
        if (version == null) {
            try (PreparedStatement statement = prepared(CurrentRevision.VERSION);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                version = row.getString(1);
            }
        }
        return version;
    }

    /** Runs a statement once for each parent; this counts as one statement. */
    void each(SqlBuilder sql, Integer[] parents, ChildReader reader) throws SQLException {
        loaded.statements++;
        try (PreparedStatement statement = prepared(sql.text())) {
            sql.bind(statement);
            cancellation.begin(statement);
            try {
                for (Integer parent : parents) {
                    cancellation.check();
                    sql.bindParent(statement, parent);
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            reader.read(parent, rows);
                        }
                    }
                }
            } finally {
                cancellation.end();
            }
        }
    }

    /** Runs the SQL of a virtual table to read its rows. */
    void made(String text, List<?> values, VirtualTable.RowReader reader) throws SQLException {
        SqlBuilder sql = new SqlBuilder().add(text);
        values.forEach(sql::bound);
        run(sql, reader);
    }

    /** Counts one row that is kept for the response. */
    void count() {
        if (++loaded.rows > most) {
            throw new RequestException(RequestError.of(RequestError.Code.TOO_COMPLEX, "More than " + most
                    + " records would be read for one answer. Ask for smaller pages, or for fewer levels of them."));
        }
    }
}
