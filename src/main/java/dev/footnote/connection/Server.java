package dev.footnote.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalDataSourceConfiguration.DataSourceImplementation;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;

/** A server of a database, with the pool of connections to it, and what is done where one of them is lost. */
public final class Server implements AutoCloseable {

    /** For a connection of the pool, made or come free; because who waits longer had better be turned away. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int ANSWER_SECONDS = 1;

    /** Beside the pool, for who tries again; there are never as many threads that do. */
    private static final int MOST_ANEW = 1000;

    private final AgroalDataSource pool;
    private final AgroalDataSource unpooled;
    private final Outage outage;

    /** @param name what it is called in the log */
    public Server(String name, AgroalDataSource pool) throws SQLException {
        this.pool = pool;
        // from here on, because the first connections of a start take long
        pool.getConfiguration().connectionPoolConfiguration().setAcquisitionTimeout(PATIENCE);
        this.unpooled = unpooled(pool);
        this.outage = new Outage(name, unpooled, () -> pool.flush(FlushMode.IDLE));
    }

    /** As those of the pool are made, but a new one each time, and by whoever wants it. */
    private static AgroalDataSource unpooled(AgroalDataSource pool) throws SQLException {
        AgroalConnectionFactoryConfiguration way = pool.getConfiguration().connectionPoolConfiguration()
                .connectionFactoryConfiguration();
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier()
                .dataSourceImplementation(DataSourceImplementation.AGROAL_POOLLESS);
        configuration.connectionPoolConfiguration().maxSize(MOST_ANEW).connectionFactoryConfiguration(() -> way);
        return AgroalDataSource.from(configuration);
    }

    /**
     * Does the work over a connection of the pool and, where that turns out to be lost, once more over a new one: after a
     * restart of the server all that are in the pool are lost, and nobody has to hear of that.
     *
     * @throws Away where there is no server
     * @throws Crowded where there is no connection
     */
    public <T> T read(Work<T> work) throws SQLException {
        try (Connection connection = connect()) {
            return work.over(connection);
        } catch (SQLException e) {
            if (e instanceof Away || !Loss.is(e)) {
                throw e;
            }
        }
        try (Connection connection = anew()) {
            return work.over(connection);
        } catch (SQLException e) {
            throw Loss.is(e) ? new Away() : e;
        }
    }

    /** A connection of the pool. */
    public Connection connect() throws SQLException {
        outage.check();
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** A connection that was not lost when it was handed out, for who reads too long to begin again. */
    public Connection open() throws SQLException {
        Connection connection = connect();
        if (connection.isValid(ANSWER_SECONDS)) {
            return connection;
        }
        Rollback.discard(connection);
        return anew();
    }

    /** A connection that was not there before, beside the pool. */
    public Connection anew() throws SQLException {
        outage.check();
        try {
            return unpooled.getConnection();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private SQLException refused(SQLException cause) {
        if (Loss.tooMany(cause)) {
            return new Crowded();
        }
        if (cause.getSQLState() == null) {
            // the pool itself: nothing came free in time, or was made in time, which may be because the server is away
            outage.suspect();
            return new Crowded();
        }
        outage.begin(cause);
        return new Away();
    }

    /** Takes in what went wrong over a connection: a server that has fallen silent is away for everybody. */
    public void noted(SQLException failure) {
        if (Loss.silent(failure)) {
            outage.begin(failure);
        }
    }

    /** Whether it is away, or was a moment ago. */
    public boolean wasAway() {
        return outage.isNear();
    }

    @Override
    public void close() {
        outage.close();
        unpooled.close();
    }
}
