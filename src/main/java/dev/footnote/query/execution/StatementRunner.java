package dev.footnote.query.execution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.footnote.database.replica.CurrentRevision;
import dev.footnote.metamodel.VirtualTable;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.plan.FetchResults;
import dev.footnote.query.sql.SqlBuilder;

/** Runs the statements of one answer over one connection: counts them, and can be stopped. */
final class StatementRunner {

    /** Keys that are in memory beside those that were taken, because PostgreSQL's driver would have all of them there. */
    private static final int FETCHED = 10_000;

    /**
     * Ends what is run outside of a transaction. H2 hands out the last result of the same text again while it takes the tables
     * for unchanged, and of a text that is run both in a snapshot and outside of one that may be a result of the past.
     */
    static final String ALONE = " /* alone */";

    private final Connection connection;
    private final CancellationToken cancellation;
    private final FetchResults loaded;
    private final int most;
    private final AggregateCache sums;
    /** Of the dataset in this snapshot; null until somebody wants to know. */
    private String version;

    /**
     * @param most the most rows that may be read
     * @param sums what was read before
     */
    StatementRunner(Connection connection, CancellationToken cancellation, FetchResults loaded, int most, AggregateCache sums) {
        this.connection = connection;
        this.cancellation = cancellation;
        this.loaded = loaded;
        this.most = most;
        this.sums = sums;
    }

    /** What is taken out of a row. */
    interface Decoder {
        Object[] values(ResultSet row) throws SQLException;
    }

    interface ChildReader {
        void read(Integer parent, ResultSet row) throws SQLException;
    }

    /** The keys that a statement selects, of which there may be millions. */
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
     * What a statement over all records of a kind reads, which may have been read before of the same version of the dataset.
     * It counts as one either way, so that the same request costs the same.
     *
     * @param records whether the decoder counts its rows
     */
    List<Object[]> kept(SqlBuilder sql, boolean records, Decoder decoder) throws SQLException {
        List<Object[]> known = sums.keeps() ? sums.get(version(), sql) : null;
        if (known != null) {
            loaded.statements++;
            for (int i = 0; records && i < known.size(); i++) {
                count();
            }
            return known;
        }
        List<Object[]> read = new ArrayList<>();
        run(sql, row -> read.add(decoder.values(row)));
        if (sums.keeps()) {
            sums.put(version(), sql, read);
        }
        return read;
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

    /** Runs it once for each parent, which counts as one. */
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

    /** Runs what a room has written to make rows of its own. */
    void made(String text, List<?> values, VirtualTable.RowReader reader) throws SQLException {
        SqlBuilder sql = new SqlBuilder().add(text);
        values.forEach(sql::bound);
        run(sql, reader);
    }

    /** Counts one row that is kept for the answer. */
    void count() {
        if (++loaded.rows > most) {
            throw new RequestException(RequestError.of(RequestError.Code.TOO_COMPLEX, "More than " + most
                    + " records would be read for one answer. Ask for smaller pages, or for fewer levels of them."));
        }
    }
}
