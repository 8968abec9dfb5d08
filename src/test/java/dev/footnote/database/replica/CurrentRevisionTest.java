package dev.footnote.database.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.footnote.database.connection.ResilientDataSource;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;

/** The revision of an embedded H2 is known without a statement, and is never outdated. */
class CurrentRevisionTest {

    private AgroalDataSource source;
    private ResilientDataSource server;
    private CurrentRevision current;

    @BeforeEach
    void open() throws Exception {
        AgroalDataSourceConfigurationSupplier settings = new AgroalDataSourceConfigurationSupplier();
        settings.connectionPoolConfiguration().maxSize(5).connectionFactoryConfiguration()
                .jdbcUrl("jdbc:h2:mem:current;DB_CLOSE_DELAY=-1");
        source = AgroalDataSource.from(settings);
        execute("CREATE TABLE revision (id INTEGER PRIMARY KEY, version VARCHAR NOT NULL)",
                "INSERT INTO revision VALUES (1, 'empty')", trigger());
        server = new ResilientDataSource("database", source);
        current = new CurrentRevision(server, false);
    }

    private static String trigger() throws Exception {
        try (var script = CurrentRevisionTest.class.getResourceAsStream("/db/h2/V1_1__add_objects_of_h2.sql")) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("CREATE TRIGGER"), text.indexOf(';', text.indexOf("CREATE TRIGGER")));
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @AfterEach
    void close() throws SQLException {
        current.close();
        execute("SHUTDOWN");
        server.close();
        source.close();
    }

    @Test
    void cached_aggregates_need_no_statement() throws SQLException {
        assertThat(current.read()).isEqualTo("empty");
        execute("ALTER TABLE revision RENAME TO gone");
        assertThat(current.read()).isEqualTo("empty");
        execute("ALTER TABLE gone RENAME TO revision", "UPDATE revision SET version = 'one'");
        assertThat(current.read()).isEqualTo("one");
        execute("ALTER TABLE revision RENAME TO gone");
        assertThat(current.read()).isEqualTo("one");
    }

    @Test
    void a_revision_is_current_from_its_commit_on() throws SQLException {
        current.read();
        try (Connection writer = source.getConnection(); Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.executeUpdate("UPDATE revision SET version = 'two'");
            assertThat(current.read()).isEqualTo("empty");
            writer.rollback();
            assertThat(current.read()).isEqualTo("empty");
            statement.executeUpdate("UPDATE revision SET version = 'three'");
            assertThat(current.read()).isEqualTo("empty");
            writer.commit();
            assertThat(current.read()).isEqualTo("three");
        }
    }

    @Test
    void a_database_without_write_notifications_is_queried_each_time() throws SQLException {
        execute("DROP TRIGGER revision_written");
        assertThat(current.read()).isEqualTo("empty");
        execute("UPDATE revision SET version = 'four'");
        assertThat(current.read()).isEqualTo("four");
    }

    @Test
    void aggregates_read_during_a_write_are_not_cached_as_current() {
        KnownRevision known = new KnownRevision();
        known.trust();
        long before = known.heard();
        known.announced("five");
        known.read("empty", before);
        assertThat(known.version()).isEmpty();
        known.read("five", known.heard());
        assertThat(known.version()).hasValue("five");
        known.read("empty", before);
        assertThat(known.version()).as("an answer that comes late").hasValue("five");
    }
}
