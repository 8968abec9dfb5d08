package dev.footnote.query.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

import dev.footnote.database.ConnectionProvider;
import dev.footnote.database.Dialect;
import dev.footnote.database.connection.Rollback;
import dev.footnote.observability.GraphQLMetrics;
import dev.footnote.query.plan.BoundPlan;
import dev.footnote.query.plan.FetchNode;
import dev.footnote.query.plan.FetchResults;
import dev.footnote.query.plan.FetchSource;
import dev.footnote.query.sql.KnownAt;

/** Reads the data of one response from the database, in one snapshot. */
public final class SnapshotReader {

    /** The number of records that are read faster than another thread starts. */
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
            if (asked.knownAt().isPresent()) {
                try (SnapshotSession past = new SnapshotSession(this, connection, cancellation, asked.knownAt())) {
                    return past.load(asked);
                }
            }
            PlanExecutor loading = new PlanExecutor(this, connection, asked, cancellation);
            if (asked.alone() && !(sums.keeps() && summed(asked))) {
                // a single statement sees one snapshot by itself, but a sum is cached with the version of its snapshot
                return loading.load();
            }
            if (dialect == Dialect.H2 && sums.keeps()) {
                new TableRowCounts(connection, sums).keep(asked);
            }
            dialect.snapshot(connection);
            return committed(connection, loading);
        });
    }

    /** Whether reading takes less time than handing the request to another thread. */
    public boolean atHand(BoundPlan asked) {
        return connections.atHand() && asked.knownAt().isEmpty() && single(asked);
    }

    /** Whether the plan reads only one record by its id, and records joined to it. */
    private static boolean single(BoundPlan asked) {
        FetchNode fetch = asked.fetches().get(0);
        if (asked.fetches().size() != 1 || !(fetch.source instanceof FetchSource.Lookup) || fetch.layout.weight() > FEW) {
            return false;
        }
        Object by = asked.arguments(fetch.argument).get("by");
        return by instanceof Map<?, ?> key && (key.containsKey("slug") || key.containsKey("id"));
    }

    /** Whether anything is counted or summed over all records of a type. */
    private static boolean summed(BoundPlan asked) {
        return asked.fetches().stream().anyMatch(fetch -> fetch.list().source instanceof FetchSource.RootList
                && (fetch.list() != fetch || fetch.count()));
    }

    private static FetchResults committed(Connection connection, PlanExecutor loading) throws SQLException {
        try {
            FetchResults loaded = loading.load();
            // nothing was written, but H2 discards its prepared statements on a rollback
            connection.commit();
            return loaded;
        } catch (SQLException | RuntimeException e) {
            Rollback.after(e, connection);
            throw e;
        }
    }

    /** Whether the database was unavailable a moment ago, so that a slow request is not to blame. */
    public boolean wasAway() {
        return connections.wereAway();
    }

    /** Opens a snapshot of the database to read from until it is closed, of the present or of the past. */
    public SnapshotSession open(Optional<KnownAt> knownAt, CancellationToken cancellation) throws SQLException {
        cancellation.begin();
        return new SnapshotSession(this, connections.open(), cancellation, knownAt);
    }

    /** The same without sums that are kept, because those are of the present. */
    SnapshotReader withoutSums() {
        return new SnapshotReader(connections, dialect, meters, new AggregateCache(0));
    }
}
