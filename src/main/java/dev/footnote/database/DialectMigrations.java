package dev.footnote.database;

import java.util.Collection;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;

import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;

import io.quarkus.flyway.FlywayConfigurationCustomizer;

/** Limits Flyway to the migrations of the database in use. The build contains those of both databases. */
@Singleton
@Priority(DialectMigrations.FIRST)
class DialectMigrations implements FlywayConfigurationCustomizer {

    /** Runs before {@link H2MigrationRepair}, which asks Flyway for pending migrations. */
    static final int FIRST = 100;

    private final Dialect dialect;

    DialectMigrations(DatabaseConfig config) {
        this.dialect = Dialect.of(config.url());
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.placeholders(dialect.placeholders());
        configuration.resourceProvider(new OwnMigrations(configuration.getResourceProvider(), dialect));
    }

    /** The migrations of a provider, without those of the other database. */
    private record OwnMigrations(ResourceProvider all, Dialect dialect) implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            return all.getResource(name);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            String other = dialect == Dialect.H2 ? "db/postgresql/" : "db/h2/";
            return all.getResources(prefix, suffixes).stream()
                    .filter(migration -> !migration.getAbsolutePath().contains(other)).toList();
        }
    }
}
