package dev.footnote.revision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import dev.footnote.connection.Rollback;
import dev.footnote.connection.Server;
import dev.footnote.connection.Work;
import dev.footnote.scheduling.Periodic;

/**
 * Reads from a replica where that is not too far behind, and else from the primary. Which version of the dataset is read is
 * found out in the snapshot that the answer comes from, so that it can be neither newer nor older than it says.
 */
public final class Following implements AutoCloseable {

    /** Thrown where the replica has not what is wanted. */
    private static final class Behind extends SQLException {

        private static final long serialVersionUID = 1;

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    private static final Logger LOG = Logger.getLogger(Following.class);
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(1);

    private final Server primary;
    private final Server replica;
    private final Current current;
    private final long staleness;
    /** Between two looks at the primary, and for how long a replica that is behind is left alone. */
    private final long round;
    private volatile long resting = System.nanoTime();
    private final Periodic looking;

    public Following(Server primary, Server replica, Current current, Duration staleness) {
        this.primary = primary;
        this.replica = replica;
        this.current = current;
        this.staleness = staleness.toNanos();
        this.round = Math.min(LONGEST, Math.max(SHORTEST, this.staleness / 4));
        this.looking = Periodic.every(Duration.ZERO, Duration.ofNanos(round), "database replica", this::look);
    }

    /** Has the history go on where nobody asks, because how old a version is is known only by it. */
    private void look() {
        try {
            current.read();
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("The version of the dataset cannot be read: %s", e.getMessage());
        }
    }

    /** Does the work over a connection to one of the two, which may be done several times. */
    public <T> T read(Vintage vintage, Work<T> work) throws SQLException {
        if (System.nanoTime() - resting >= 0) {
            try {
                return replica.read(connection -> over(connection, vintage, true, work));
            } catch (SQLException e) {
                // whatever it is: where it is no matter of the replica, the primary says the same
                LOG.debugf("Not read from the replica: %s", e.getMessage());
            }
        }
        return primary.read(connection -> over(connection, vintage, false, work));
    }

    private <T> T over(Connection connection, Vintage vintage, boolean follows, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            String version = version(connection);
            if (follows) {
                check(version, vintage);
            }
            T result = work.over(connection);
            connection.commit();
            vintage.read(version);
            return result;
        } catch (SQLException | RuntimeException e) {
            Rollback.after(e, connection);
            throw e;
        }
    }

    private static String version(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Current.VERSION);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private void check(String version, Vintage vintage) throws Behind {
        long now = System.nanoTime();
        if (current.history().age(version, now) > staleness) {
            resting = now + round;
            throw new Behind();
        }
        if (vintage.wanted() != null && !current.history().reaches(version, vintage.wanted())) {
            throw new Behind();
        }
    }

    @Override
    public void close() {
        looking.close();
        replica.close();
    }
}
