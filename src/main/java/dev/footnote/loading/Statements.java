package dev.footnote.loading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.footnote.graph.Made;
import dev.footnote.plan.Loaded;
import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.revision.Current;
import dev.footnote.sql.Sql;

/** Runs the statements of one answer over one connection: counts them, and can be stopped. */
final class Statements {

    /** Keys that are in memory beside those that were taken, because PostgreSQL's driver would have all of them there. */
    private static final int FETCHED = 10_000;

    /**
     * Ends what is run outside of a transaction. H2 hands out the last result of the same text again while it takes the tables
     * for unchanged, and of a text that is run both in a snapshot and outside of one that may be a result of the past.
     */
    static final String ALONE = " /* alone */";

    private final Connection connection;
    private final Effort effort;
    private final Loaded loaded;
    private final int most;
    private final Sums sums;
    /** Of the dataset in this snapshot; null until somebody wants to know. */
    private String version;

    /**
     * @param most the most rows that may be read
     * @param sums what was read before
     */
    Statements(Connection connection, Effort effort, Loaded loaded, int most, Sums sums) {
        this.connection = connection;
        this.effort = effort;
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
    int[] keys(Sql sql) throws SQLException {
        IntStream.Builder keys = IntStream.builder();
        run(sql, FETCHED, row -> keys.add(row.getInt(1)));
        return keys.build().toArray();
    }

    void run(Sql sql, Made.RowReader reader) throws SQLException {
        run(sql, 0, reader);
    }

    private void run(Sql sql, int fetched, Made.RowReader reader) throws SQLException {
        loaded.statements++;
        try (PreparedStatement statement = prepared(sql.text())) {
            statement.setFetchSize(fetched);
            sql.bind(statement);
            effort.begin(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            } finally {
                effort.end();
            }
        }
    }

    /**
     * What a statement over all records of a kind reads, which may have been read before of the same version of the dataset.
     * It counts as one either way, so that the same request costs the same.
     *
     * @param records whether the decoder counts its rows
     */
    List<Object[]> kept(Sql sql, boolean records, Decoder decoder) throws SQLException {
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
            try (PreparedStatement statement = prepared(Current.VERSION);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                version = row.getString(1);
            }
        }
        return version;
    }

    /** Runs it once for each parent, which counts as one. */
    void each(Sql sql, Integer[] parents, ChildReader reader) throws SQLException {
        loaded.statements++;
        try (PreparedStatement statement = prepared(sql.text())) {
            sql.bind(statement);
            effort.begin(statement);
            try {
                for (Integer parent : parents) {
                    effort.check();
                    sql.bindParent(statement, parent);
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            reader.read(parent, rows);
                        }
                    }
                }
            } finally {
                effort.end();
            }
        }
    }

    /** Runs what a room has written to make rows of its own. */
    void made(String text, List<?> values, Made.RowReader reader) throws SQLException {
        Sql sql = new Sql().add(text);
        values.forEach(sql::bound);
        run(sql, reader);
    }

    /** Counts one row that is kept for the answer. */
    void count() {
        if (++loaded.rows > most) {
            throw new Refusal(Fault.of(Fault.Code.TOO_COMPLEX, "More than " + most
                    + " records would be read for one answer. Ask for smaller pages, or for fewer levels of them."));
        }
    }
}
