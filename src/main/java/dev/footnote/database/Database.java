package dev.footnote.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import jakarta.enterprise.inject.Any;
import jakarta.inject.Singleton;

import org.hibernate.SessionFactory;
import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.InjectableInstance;

/** The database that the dataset lives in: of the two that are built in, the one that {@code footnote.database.url} names. */
@Singleton
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);

    private final InjectableInstance<AgroalDataSource> sources;
    private final InjectableInstance<SessionFactory> sessions;
    private final Dialect dialect;

    Database(@Any InjectableInstance<AgroalDataSource> sources, @Any InjectableInstance<SessionFactory> sessions,
            DatabaseConfig config) {
        this.sources = sources;
        this.sessions = sessions;
        this.dialect = Dialect.of(config.url());
    }

    /** For reading: every transaction sees one snapshot. */
    public DataSource source() {
        return sources.getActive();
    }

    /** For writing. */
    public SessionFactory sessions() {
        return sessions.getActive();
    }

    /** Has the database look at what its tables hold, because plans made without knowing cost several times the good ones. */
    public void analyze() {
        try (Connection connection = source().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        } catch (SQLException e) {
            LOG.warn("The database could not look at what its tables hold; questions may be slow until it does", e);
        }
    }

    /** Whether a dataset was imported whole. Asks the database, so that it says as well whether that answers. */
    public boolean imported() throws SQLException {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT slug FROM dataset")) {
            return rows.next();
        }
    }

    public Dialect dialect() {
        return dialect;
    }
}
