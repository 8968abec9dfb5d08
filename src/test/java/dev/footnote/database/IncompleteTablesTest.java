package dev.footnote.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.runtime.PreventFurtherStepsException;

/** Tables that a killed process left incomplete are created again, and no others in the same file are changed. */
class IncompleteTablesTest {

    private final JdbcDataSource source = new JdbcDataSource();
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        source.setURL("jdbc:h2:mem:half" + System.nanoTime());
        // keeps the database alive
        connection = source.getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void tables_of_others_are_kept_when_ours_are_created_again() throws SQLException {
        migrate("1");
        execute("CREATE TABLE notes (id INT PRIMARY KEY, text VARCHAR)", "INSERT INTO notes VALUES (1, 'kept')",
                "CREATE VIEW readable AS SELECT text FROM notes",
                "INSERT INTO person (id, slug, name) VALUES (1, 'half', 'Half')", "DROP TABLE revision");
        start();
        assertThat(text("SELECT text FROM readable")).isEqualTo("kept");
        assertThat(text("SELECT COUNT(*) FROM person")).isEqualTo("0");
        assertThat(text("SELECT COUNT(*) FROM revision")).isEqualTo("1");
    }

    @Test
    void what_a_start_made_beside_our_tables_is_created_again_as_well() throws SQLException {
        migrate("1");
        execute("CREATE TABLE person_history AS SELECT * FROM person", "CREATE SCHEMA \"PUBLIC_known_at\"",
                "CREATE VIEW \"PUBLIC_known_at\".person AS SELECT * FROM public.person_history UNION SELECT * FROM public.person",
                "DROP TABLE revision");
        start();
        assertThat(text("SELECT COUNT(*) FROM revision")).isEqualTo("1");
        assertThat(text("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'PERSON_HISTORY'")).isEqualTo("0");
    }

    @Test
    void a_table_that_views_of_the_past_read_can_be_changed_by_a_migration() throws SQLException {
        execute("CREATE TABLE city (id INT, population INT)", "CREATE SCHEMA \"PUBLIC_known_at\"",
                "CREATE VIEW \"PUBLIC_known_at\".city AS SELECT population FROM public.city");
        FluentConfiguration configuration = Flyway.configure().dataSource(source).baselineOnMigrate(true)
                .baselineVersion("0").locations("migrations-of-tests");
        new KnownSchemaMigrations().customize(configuration);
        configuration.load().migrate();
        assertThat(text("SELECT COUNT(*) FROM information_schema.columns WHERE column_name = 'POPULATION'")).isEqualTo("0");
    }

    @Test
    void tables_that_others_refer_to_are_not_dropped() throws SQLException {
        migrate("1");
        execute("CREATE TABLE notes (id INT PRIMARY KEY, person INT REFERENCES person (id))");
        assertThatThrownBy(this::start).isInstanceOf(PreventFurtherStepsException.class)
                .hasMessageContaining("Remove what refers to them");
        assertThat(text("SELECT COUNT(*) FROM person")).isEqualTo("0");
        assertThat(text("SELECT COUNT(*) FROM notes")).isEqualTo("0");
    }

    @Test
    void a_database_of_another_application_is_not_changed() throws SQLException {
        // of a tool that repeats its steps and counts no versions; of one that began and told nothing; of one without history
        history(null, "refresh views");
        execute("CREATE TABLE person (id INT)", "INSERT INTO person VALUES (7)");
        refused();
        execute("DELETE FROM \"flyway_schema_history\"");
        refused();
        execute("CREATE TABLE invoice (id INT)");
        refused();
        history("1", "init");
        refused();
        execute("DROP TABLE \"flyway_schema_history\"");
        refused();
        assertThat(text("SELECT id FROM person")).isEqualTo("7");
        assertThat(text("SELECT COUNT(*) FROM invoice")).isEqualTo("0");
    }

    private void history(String version, String description) throws SQLException {
        execute("""
                CREATE TABLE IF NOT EXISTS "flyway_schema_history" ("installed_rank" INT PRIMARY KEY, "version" VARCHAR(50),
                  "description" VARCHAR(200), "type" VARCHAR(20), "script" VARCHAR(1000), "checksum" INT,
                  "installed_by" VARCHAR(100), "installed_on" TIMESTAMP DEFAULT CURRENT_TIMESTAMP, "execution_time" INT,
                  "success" BOOLEAN)""");
        execute("INSERT INTO \"flyway_schema_history\" VALUES (1, " + (version == null ? "NULL" : "'" + version + "'") + ", '"
                + description + "', 'SQL', 'x.sql', 1, 'sa', CURRENT_TIMESTAMP, 1, FALSE)");
    }

    private void refused() {
        assertThatThrownBy(this::start).isInstanceOfAny(FlywayException.class, PreventFurtherStepsException.class);
    }

    private void migrate(String target) {
        configuration().target(target).load().migrate();
    }

    private void start() {
        FluentConfiguration configuration = configuration();
        H2MigrationRepair.repair(configuration);
        configuration.load().migrate();
    }

    private FluentConfiguration configuration() {
        return Flyway.configure().dataSource(source).locations("db/migration", "db/h2")
                .placeholders(Dialect.H2.placeholders());
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
