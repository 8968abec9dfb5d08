package dev.footnote.database.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalDataSourceConfiguration.DataSourceImplementation;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;

/** A database server with its connection pool, and the recovery from lost connections. */
public final class ResilientDataSource implements AutoCloseable {

    /** Maximum wait for a connection from the pool, new or returned. A request that waits longer is better rejected. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int ANSWER_SECONDS = 1;

    /** Maximum number of connections outside the pool, for retries. There are never that many retrying threads. */
    private static final int MOST_ANEW = 1000;

    private final AgroalDataSource pool;
    private final AgroalDataSource unpooled;
    private final OutageDetector outage;

    /** @param name the name in the log */
    public ResilientDataSource(String name, AgroalDataSource pool) throws SQLException {
        this.pool = pool;
        // set after startup, because the first connections take long
        pool.getConfiguration().connectionPoolConfiguration().setAcquisitionTimeout(PATIENCE);
        this.unpooled = unpooled(pool);
        this.outage = new OutageDetector(name, unpooled, () -> pool.flush(FlushMode.IDLE));
    }

    /**
     * Creates a data source with the settings of the pool. It opens a new connection each time, on the thread of the caller.
     */
    private static AgroalDataSource unpooled(AgroalDataSource pool) throws SQLException {
        AgroalConnectionFactoryConfiguration relation = pool.getConfiguration().connectionPoolConfiguration()
                .connectionFactoryConfiguration();
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier()
                .dataSourceImplementation(DataSourceImplementation.AGROAL_POOLLESS);
        configuration.connectionPoolConfiguration().maxSize(MOST_ANEW).connectionFactoryConfiguration(() -> relation);
        return AgroalDataSource.from(configuration);
    }

    /**
     * Runs the work with a connection of the pool. If that connection turns out to be lost, it runs the work once more with a
     * new one: after a restart of the server all pooled connections are lost, and callers need not notice.
     *
     * @throws DatabaseUnavailableException if the server is unavailable
     * @throws PoolExhaustedException if no connection is free
     */
    public <T> T read(ConnectionCallback<T> work) throws SQLException {
        try (Connection connection = connect()) {
            return work.over(connection);
        } catch (SQLException e) {
            if (e instanceof DatabaseUnavailableException || !SqlStates.is(e)) {
                throw e;
            }
        }
        // otherwise the pool keeps the lost connection for those who write, whose work is not repeated
        pool.flush(FlushMode.INVALID);
        try (Connection connection = anew()) {
            return work.over(connection);
        } catch (SQLException e) {
            throw SqlStates.is(e) ? new DatabaseUnavailableException() : e;
        }
    }

    /** Takes a connection from the pool. */
    public Connection connect() throws SQLException {
        outage.check();
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Opens a connection that is verified to work, for reads that take too long to be repeated. */
    public Connection open() throws SQLException {
        Connection connection = connect();
        if (connection.isValid(ANSWER_SECONDS)) {
            return connection;
        }
        Rollback.discard(connection);
        return anew();
    }

    /** Opens a new connection outside the pool. */
    public Connection anew() throws SQLException {
        outage.check();
        try {
            return unpooled.getConnection();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private SQLException refused(SQLException cause) {
        if (SqlStates.tooMany(cause)) {
            return new PoolExhaustedException();
        }
        if (cause.getSQLState() == null) {
            // the failure comes from the pool: no connection became free or was created in time, perhaps because the server is
            // unavailable
            outage.suspect();
            return new PoolExhaustedException();
        }
        outage.begin(cause);
        return new DatabaseUnavailableException();
    }

    /** Evaluates a failure of a connection. If the server no longer responds, it counts as unavailable for all callers. */
    public void noted(SQLException failure) {
        if (SqlStates.silent(failure)) {
            outage.begin(failure);
        }
    }

    /** Whether the server is unavailable, or was a moment ago. */
    public boolean wasAway() {
        return outage.isNear();
    }

    @Override
    public void close() {
        outage.close();
        unpooled.close();
    }
}
