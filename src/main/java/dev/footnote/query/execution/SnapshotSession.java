package dev.footnote.query.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import dev.footnote.database.KnownSchema;
import dev.footnote.database.connection.Rollback;
import dev.footnote.query.plan.BoundPlan;
import dev.footnote.query.plan.FetchNode;
import dev.footnote.query.plan.FetchResults;
import dev.footnote.query.sql.KnownAt;

/** A snapshot of the database for callers that read more from it than one response. */
public final class SnapshotSession implements AutoCloseable {

    private final Connection connection;
    private final SnapshotReader reading;
    private final CancellationToken cancellation;
    private final boolean isPast;

    /** @param knownAt the edit after which the dataset is read; empty for the present */
    SnapshotSession(SnapshotReader reading, Connection connection, CancellationToken cancellation, Optional<KnownAt> knownAt)
            throws SQLException {
        this.reading = knownAt.isPresent() ? reading.withoutSums() : reading;
        this.connection = connection;
        this.cancellation = cancellation;
        this.isPast = knownAt.isPresent();
        try {
            reading.dialect.snapshot(connection);
            if (isPast) {
                knownAt.get().enter(connection, reading.dialect);
            }
        } catch (SQLException | RuntimeException e) {
            leave();
            Rollback.close(e, connection);
            throw e;
        }
    }

    public FetchResults load(BoundPlan asked) throws SQLException {
        return new PlanExecutor(reading, connection, asked, cancellation).load();
    }

    /** The keys of all records of a list, in its order. */
    public int[] keys(BoundPlan asked, FetchNode list) throws SQLException {
        return new StatementRunner(connection, cancellation, new FetchResults(0), asked.records(), reading.sums)
                .keys(asked.statement(list).keys(asked.pageRequest(list)));
    }

    /** Loads a plan, but reads from the given list only the records with these keys. */
    public FetchResults load(BoundPlan asked, FetchNode list, int[] keys) throws SQLException {
        return new PlanExecutor(reading, connection, asked, cancellation).picking(list, keys).load();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            try {
                // nothing was written, but H2 discards its prepared statements on a rollback
                connection.commit();
            } finally {
                leave();
            }
        }
    }

    /** The connection goes back to a pool, and others read the present from it. */
    private void leave() {
        if (isPast) {
            KnownSchema.leave(connection, reading.dialect);
        }
    }
}
