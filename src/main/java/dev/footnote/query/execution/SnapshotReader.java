package dev.footnote.query.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import dev.footnote.database.ConnectionProvider;
import dev.footnote.database.Dialect;
import dev.footnote.database.connection.Rollback;
import dev.footnote.observability.GraphQLMetrics;
import dev.footnote.query.plan.BoundPlan;
import dev.footnote.query.plan.FetchNode;
import dev.footnote.query.plan.FetchResults;
import dev.footnote.query.plan.FetchSource;

/** Reads from the database, all of one answer in one snapshot. */
public final class SnapshotReader {

    /** Records that are read in less time than another thread takes to begin. */
    private static final int FEW = 5;

    private final ConnectionProvider connections;
    final Dialect dialect;
    final GraphQLMetrics meters;
    final AggregateCache sums;

    public SnapshotReader(ConnectionProvider connections, Dialect dialect, GraphQLMetrics meters, AggregateCache sums) {
        this.connections = connections;
        this.dialect = dialect;
        this.meters = meters;
        this.sums = sums;
    }

    public FetchResults load(BoundPlan asked, CancellationToken cancellation) throws SQLException {
        if (asked.fetches().isEmpty()) {
            return new FetchResults(0);
        }
        return connections.read(cancellation.vintage(), connection -> {
            cancellation.check();
            PlanExecutor loading = new PlanExecutor(this, connection, asked, cancellation);
            if (asked.alone() && !(sums.keeps() && summed(asked))) {
                // a single statement sees one snapshot by itself, but a sum is kept with the version of its snapshot
                return loading.load();
            }
            if (dialect == Dialect.H2 && sums.keeps()) {
                new TableRowCounts(connection, sums).keep(asked);
            }
            dialect.snapshot(connection);
            return committed(connection, loading);
        });
    }

    /** Whether it is read in less time than it takes to hand it to another thread. */
    public boolean atHand(BoundPlan asked) {
        return connections.atHand() && single(asked);
    }

    /** Whether it is about one record that is named by its id, and what is joined to it. */
    private static boolean single(BoundPlan asked) {
        FetchNode fetch = asked.fetches().get(0);
        if (asked.fetches().size() != 1 || !(fetch.source instanceof FetchSource.Lookup) || fetch.layout.weight() > FEW) {
            return false;
        }
        Object by = asked.arguments(fetch.argument).get("by");
        return by instanceof Map<?, ?> key && (key.containsKey("slug") || key.containsKey("id"));
    }

    /** Whether anything is counted or added up over all records of a kind. */
    private static boolean summed(BoundPlan asked) {
        return asked.fetches().stream().anyMatch(fetch -> fetch.list().source instanceof FetchSource.RootList
                && (fetch.list() != fetch || fetch.count()));
    }

    private static FetchResults committed(Connection connection, PlanExecutor loading) throws SQLException {
        try {
            FetchResults loaded = loading.load();
            // nothing was written, but H2 forgets its prepared statements at a rollback
            connection.commit();
            return loaded;
        } catch (SQLException | RuntimeException e) {
            Rollback.after(e, connection);
            throw e;
        }
    }

    /** Whether the database was away a moment ago, so that whoever took too long is not to blame. */
    public boolean wasAway() {
        return connections.wereAway();
    }

    /** One state of the database to read from, until it is closed. */
    public SnapshotSession open(CancellationToken cancellation) throws SQLException {
        cancellation.begin();
        return new SnapshotSession(this, connections.open(), cancellation);
    }
}
