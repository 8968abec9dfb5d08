package dev.footnote.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import dev.footnote.connection.Rollback;
import dev.footnote.database.Connections;
import dev.footnote.database.Dialect;
import dev.footnote.meter.Meters;
import dev.footnote.plan.Loaded;
import dev.footnote.question.Asked;
import dev.footnote.question.Fetch;

/** Reads from the database, all of one answer in one snapshot. */
public final class Reading {

    /** Records that are read in less time than another thread takes to begin. */
    private static final int FEW = 5;

    private final Connections connections;
    final Dialect dialect;
    final Meters meters;
    final Sums sums;

    public Reading(Connections connections, Dialect dialect, Meters meters, Sums sums) {
        this.connections = connections;
        this.dialect = dialect;
        this.meters = meters;
        this.sums = sums;
    }

    public Loaded load(Asked asked, Effort effort) throws SQLException {
        if (asked.fetches().isEmpty()) {
            return new Loaded(0);
        }
        return connections.read(effort.vintage(), connection -> {
            effort.check();
            Loading loading = new Loading(this, connection, asked, effort);
            if (asked.alone() && !(sums.keeps() && summed(asked))) {
                // a single statement sees one snapshot by itself, but a sum is kept with the version of its snapshot
                return loading.load();
            }
            if (dialect == Dialect.H2 && sums.keeps()) {
                new QuickCounts(connection, sums).keep(asked);
            }
            dialect.snapshot(connection);
            return committed(connection, loading);
        });
    }

    /** Whether it is read in less time than it takes to hand it to another thread. */
    public boolean atHand(Asked asked) {
        return connections.atHand() && single(asked);
    }

    /** Whether it is about one record that is named by its id, and what is joined to it. */
    private static boolean single(Asked asked) {
        Fetch fetch = asked.fetches().get(0);
        if (asked.fetches().size() != 1 || !(fetch.anchor instanceof Fetch.Lookup) || fetch.layout.weight() > FEW) {
            return false;
        }
        Object by = asked.arguments(fetch.argument).get("by");
        return by instanceof Map<?, ?> key && (key.containsKey("slug") || key.containsKey("id"));
    }

    /** Whether anything is counted or added up over all records of a kind. */
    private static boolean summed(Asked asked) {
        return asked.fetches().stream().anyMatch(fetch -> fetch.list().anchor instanceof Fetch.All
                && (fetch.list() != fetch || fetch.count()));
    }

    private static Loaded committed(Connection connection, Loading loading) throws SQLException {
        try {
            Loaded loaded = loading.load();
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
    public Snapshot open(Effort effort) throws SQLException {
        effort.begin();
        return new Snapshot(this, connections.open(), effort);
    }
}
