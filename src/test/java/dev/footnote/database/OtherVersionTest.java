package dev.footnote.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** A database whose tables another version created is refused and stays as it is. */
class OtherVersionTest {

    private static final String HISTORY = "\"flyway_schema_history\"";

    @Test
    void tables_of_another_version_are_refused_and_not_changed() throws SQLException {
        String url = TestDatabase.empty();
        configuration(url).load().migrate();
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            // as development versions left it, which had many small migrations
            statement.execute("""
                    UPDATE "flyway_schema_history"
                    SET "description" = 'keep cited facts', "checksum" = 1
                    WHERE "version" = '1'""");
            statement.execute("""
                    DELETE FROM "flyway_schema_history"
                    WHERE "version" <> '1'""");
            int migrations = count(statement, HISTORY);
            statement.execute("INSERT INTO person (id, slug, name) VALUES (1, 'ann', 'Ann')");
            Throwable refused = catchThrowable(() -> start(url));
            assertThat(DatabaseErrorMessages.why(refused)).hasValueSatisfying(
                    sentence -> assertThat(sentence).contains("of another version of Footnote", "Nothing was changed."));
            assertThat(count(statement, "person")).isOne();
            assertThat(count(statement, HISTORY)).isEqualTo(migrations);
        }
    }

    private static void start(String url) {
        FluentConfiguration configuration = configuration(url);
        if (Dialect.of(url) == Dialect.H2) {
            H2MigrationRepair.repair(configuration);
        }
        configuration.load().migrate();
    }

    private static FluentConfiguration configuration(String url) {
        Dialect dialect = Dialect.of(url);
        return Flyway.configure().dataSource(url, null, null)
                .locations("classpath:db/migration", "classpath:db/" + (dialect == Dialect.H2 ? "h2" : "postgresql"))
                .placeholders(dialect.placeholders());
    }

    private static int count(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
