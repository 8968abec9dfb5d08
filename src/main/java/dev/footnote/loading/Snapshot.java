package dev.footnote.loading;

import java.sql.Connection;
import java.sql.SQLException;

import dev.footnote.connection.Rollback;
import dev.footnote.plan.Loaded;
import dev.footnote.question.Asked;
import dev.footnote.question.Fetch;

/** One state of the database, for who reads more from it than one answer. */
public final class Snapshot implements AutoCloseable {

    private final Connection connection;
    private final Reading reading;
    private final Effort effort;

    Snapshot(Reading reading, Connection connection, Effort effort) throws SQLException {
        this.reading = reading;
        this.connection = connection;
        this.effort = effort;
        try {
            reading.dialect.snapshot(connection);
        } catch (SQLException | RuntimeException e) {
            Rollback.close(e, connection);
            throw e;
        }
    }

    public Loaded load(Asked asked) throws SQLException {
        return new Loading(reading, connection, asked, effort).load();
    }

    /** The keys of all records of a list, in its order. */
    public int[] keys(Asked asked, Fetch list) throws SQLException {
        return new Statements(connection, effort, new Loaded(0), asked.records(), reading.sums)
                .keys(asked.statement(list).keys(asked.window(list)));
    }

    /** Loads what is asked for, but of a list the records that have these keys. */
    public Loaded load(Asked asked, Fetch list, int[] keys) throws SQLException {
        return new Loading(reading, connection, asked, effort).picking(list, keys).load();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            // nothing was written, but H2 forgets its prepared statements at a rollback
            connection.commit();
        }
    }
}
