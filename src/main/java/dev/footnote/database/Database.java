package dev.footnote.database;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.database.connection.ConnectionCallback;
import dev.footnote.database.connection.ResilientDataSource;
import dev.footnote.database.replica.CurrentRevision;
import dev.footnote.database.replica.ReplicaRouter;
import dev.footnote.database.replica.RevisionConstraint;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.InjectableInstance;

/** The database of the dataset: one of the two supported kinds, chosen by {@code footnote.database.url}. */
@Singleton
public class Database implements ConnectionProvider {

    private static final Logger LOG = Logger.getLogger(Database.class);

    private final AgroalDataSource source;
    private final Dialect dialect;
    private final boolean atHand;
    private final ResilientDataSource primary;
    private final CurrentRevision current;
    /** Null if there is no replica. */
    private final ReplicaRouter replicaRouter;

    Database(AgroalDataSource source,
            @io.quarkus.agroal.DataSource(DatabaseConfigSource.REPLICA) InjectableInstance<AgroalDataSource> replica,
            DatabaseConfig config) throws SQLException {
        this.source = source;
        this.dialect = Dialect.of(config.url());
        // with fewer connections than threads, a thread may have to wait for a connection
        this.atHand = config.url().startsWith("jdbc:h2:mem:") && config.connections().isEmpty();
        this.primary = new ResilientDataSource("database", source);
        this.current = new CurrentRevision(primary, dialect == Dialect.POSTGRESQL);
        this.replicaRouter = config.replicaUrl().isEmpty() ? null : replicaRouter(replica.get(), config);
    }

    private ReplicaRouter replicaRouter(AgroalDataSource pool, DatabaseConfig config) throws SQLException {
        return new ReplicaRouter(primary, new ResilientDataSource("replica of the database", pool), current,
                config.replicaStaleness());
    }

    /** The data source. Every transaction sees one snapshot. */
    public DataSource source() {
        return source;
    }

    @Override
    public <T> T read(RevisionConstraint constraint, ConnectionCallback<T> work) throws SQLException {
        return replicaRouter == null ? primary.read(work) : replicaRouter.read(constraint, work);
    }

    @Override
    public Connection open() throws SQLException {
        return primary.open();
    }

    @Override
    public boolean atHand() {
        return atHand;
    }

    @Override
    public boolean wereAway() {
        return primary.wasAway();
    }

    /** Lets the database collect table statistics. Query plans made without them cost several times as much as good ones. */
    public void analyze() {
        try (Connection connection = source().getConnection()) {
            JdbcOperations.execute(connection, "ANALYZE");
        } catch (SQLException e) {
            LOG.warn("The table statistics could not be updated; queries may be slow until they are", e);
        }
    }

    /** The current revision of the dataset. It changes with each write. */
    public String version() throws SQLException {
        return current.read();
    }

    /** Whether a dataset was imported completely. It queries the database, so it also shows whether the database responds. */
    public boolean imported() throws SQLException {
        return read(new RevisionConstraint(null), connection -> JdbcOperations.exists(connection, "SELECT slug FROM dataset"));
    }

    @PreDestroy
    void close() {
        if (replicaRouter != null) {
            replicaRouter.close();
        }
        current.close();
        primary.close();
    }

    public Dialect dialect() {
        return dialect;
    }
}
