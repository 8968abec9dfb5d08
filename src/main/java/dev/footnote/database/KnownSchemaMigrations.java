package dev.footnote.database;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Singleton;

import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import io.quarkus.flyway.FlywayConfigurationCustomizer;

/**
 * Drops the views of {@link KnownSchema} ahead of a migration, because a table cannot be changed while views read it. The start
 * makes them again after the migrations.
 */
@Singleton
class KnownSchemaMigrations implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.callbacks(new Drop());
    }

    private static final class Drop extends BaseCallback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            Connection connection = context.getConnection();
            try {
                String tables = JdbcOperations.first(connection, "SELECT CURRENT_SCHEMA", row -> row.getString(1))
                        .orElseThrow();
                JdbcOperations.execute(connection, KnownSchema.drop(tables));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
