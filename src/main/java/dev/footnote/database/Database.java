package dev.footnote.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.connection.Server;
import dev.footnote.connection.Work;
import dev.footnote.revision.Current;
import dev.footnote.revision.Following;
import dev.footnote.revision.Vintage;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.InjectableInstance;

/** The database that the dataset lives in: of the two that are built in, the one that {@code footnote.database.url} names. */
@Singleton
public class Database implements Connections {

    private static final Logger LOG = Logger.getLogger(Database.class);

    private final AgroalDataSource source;
    private final Dialect dialect;
    private final boolean atHand;
    private final Server primary;
    private final Current current;
    /** Null where there is no replica. */
    private final Following following;

    Database(AgroalDataSource source,
            @io.quarkus.agroal.DataSource(DatabaseChoice.REPLICA) InjectableInstance<AgroalDataSource> replica,
            DatabaseConfig config) throws SQLException {
        this.source = source;
        this.dialect = Dialect.of(config.url());
        // with fewer connections than there are threads one of them may have to wait
        this.atHand = config.url().startsWith("jdbc:h2:mem:") && config.connections().isEmpty();
        this.primary = new Server("database", source);
        this.current = new Current(primary, dialect == Dialect.POSTGRESQL);
        this.following = config.replicaUrl().isEmpty() ? null : following(replica.get(), config);
    }

    private Following following(AgroalDataSource pool, DatabaseConfig config) throws SQLException {
        return new Following(primary, new Server("replica of the database", pool), current, config.replicaStaleness());
    }

    /** Every transaction sees one snapshot. */
    public DataSource source() {
        return source;
    }

    @Override
    public <T> T read(Vintage vintage, Work<T> work) throws SQLException {
        return following == null ? primary.read(work) : following.read(vintage, work);
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

    /** Has the database look at what its tables hold, because plans made without knowing cost several times the good ones. */
    public void analyze() {
        try (Connection connection = source().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        } catch (SQLException e) {
            LOG.warn("The database could not look at what its tables hold; questions may be slow until it does", e);
        }
    }

    /** The version of the dataset that is current: another one with each write. */
    public String version() throws SQLException {
        return current.read();
    }

    /** Whether a dataset was imported whole. Asks the database, so that it says as well whether that answers. */
    public boolean imported() throws SQLException {
        return read(new Vintage(null), connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT slug FROM dataset")) {
                return rows.next();
            }
        });
    }

    @PreDestroy
    void close() {
        if (following != null) {
            following.close();
        }
        current.close();
        primary.close();
    }

    public Dialect dialect() {
        return dialect;
    }
}
