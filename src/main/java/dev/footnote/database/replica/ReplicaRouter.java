package dev.footnote.database.replica;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import dev.footnote.background.PeriodicTask;
import dev.footnote.database.connection.ConnectionCallback;
import dev.footnote.database.connection.ResilientDataSource;
import dev.footnote.database.connection.Rollback;

/**
 * Reads from a replica if its lag is small enough, and otherwise from the primary. The revision of the dataset is read in the
 * same snapshot as the response, so that it is neither newer nor older than stated.
 */
public final class ReplicaRouter implements AutoCloseable {

    /** Thrown if the replica lacks the required revision. */
    private static final class Behind extends SQLException {

        private static final long serialVersionUID = 1;

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    private static final Logger LOG = Logger.getLogger(ReplicaRouter.class);
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(1);

    private final ResilientDataSource primary;
    private final ResilientDataSource replica;
    private final CurrentRevision current;
    private final long staleness;
    /** Interval between two checks of the primary, and the time for which a replica that lags is not used. */
    private final long round;
    private volatile long resting = System.nanoTime();
    private final PeriodicTask looking;

    public ReplicaRouter(ResilientDataSource primary, ResilientDataSource replica, CurrentRevision current,
            Duration staleness) {
        this.primary = primary;
        this.replica = replica;
        this.current = current;
        this.staleness = staleness.toNanos();
        this.round = Math.min(LONGEST, Math.max(SHORTEST, this.staleness / 4));
        this.looking = PeriodicTask.every(Duration.ZERO, Duration.ofNanos(round), "database replica", this::look);
    }

    /** Updates the history even without requests, because the age of a revision is known only from the history. */
    private void look() {
        try {
            current.read();
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("The version of the dataset cannot be read: %s", e.getMessage());
        }
    }

    /** Runs the work with a connection to one of the two servers. The work may run several times. */
    public <T> T read(RevisionConstraint constraint, ConnectionCallback<T> work) throws SQLException {
        if (System.nanoTime() - resting >= 0) {
            try {
                return replica.read(connection -> over(connection, constraint, true, work));
            } catch (SQLException e) {
                // any failure: if it is not specific to the replica, the primary fails in the same way
                LOG.debugf("Not read from the replica: %s", e.getMessage());
            }
        }
        return primary.read(connection -> over(connection, constraint, false, work));
    }

    private <T> T over(Connection connection, RevisionConstraint constraint, boolean follows, ConnectionCallback<T> work)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            String version = version(connection);
            if (follows) {
                check(version, constraint);
            }
            T result = work.over(connection);
            connection.commit();
            constraint.read(version);
            return result;
        } catch (SQLException | RuntimeException e) {
            Rollback.after(e, connection);
            throw e;
        }
    }

    private static String version(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CurrentRevision.VERSION);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private void check(String version, RevisionConstraint constraint) throws Behind {
        long now = System.nanoTime();
        if (current.history().age(version, now) > staleness) {
            resting = now + round;
            throw new Behind();
        }
        if (constraint.wanted() != null && !current.history().reaches(version, constraint.wanted())) {
            throw new Behind();
        }
    }

    @Override
    public void close() {
        looking.close();
        replica.close();
    }
}
