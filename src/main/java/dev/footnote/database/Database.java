package dev.footnote.database;

import javax.sql.DataSource;

import jakarta.enterprise.inject.Any;
import jakarta.inject.Singleton;

import org.hibernate.SessionFactory;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.InjectableInstance;

/** The database that the dataset lives in: of the two that are built in, the one that {@code footnote.database.url} names. */
@Singleton
public class Database {

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

    public Dialect dialect() {
        return dialect;
    }
}
