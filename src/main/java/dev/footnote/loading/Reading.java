package dev.footnote.loading;

import java.sql.Connection;
import java.sql.SQLException;

import dev.footnote.connection.Rollback;
import dev.footnote.database.Connections;
import dev.footnote.database.Dialect;
import dev.footnote.meter.Meters;
import dev.footnote.plan.Loaded;
import dev.footnote.question.Asked;

/** Reads from the database, all of one answer in one snapshot. */
public final class Reading {

    private final Connections connections;
    final Dialect dialect;
    final Meters meters;

    public Reading(Connections connections, Dialect dialect, Meters meters) {
        this.connections = connections;
        this.dialect = dialect;
        this.meters = meters;
    }

    public Loaded load(Asked asked, Effort effort) throws SQLException {
        if (asked.fetches().isEmpty()) {
            return new Loaded(0);
        }
        return connections.read(effort.vintage(), connection -> {
            effort.check();
            Loading loading = new Loading(this, connection, asked, effort);
            if (asked.alone()) {
                // a single statement sees one snapshot by itself
                return loading.load();
            }
            dialect.snapshot(connection);
            return committed(connection, loading);
        });
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
