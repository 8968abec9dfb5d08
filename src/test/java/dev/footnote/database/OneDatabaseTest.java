package dev.footnote.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;

/** The one data source, its entities and its migrations are those of the database that the URL names. */
@QuarkusTest
class OneDatabaseTest {

    private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("database"));

    @Inject
    SessionFactory sessions;

    @Inject
    AgroalDataSource source;

    @Test
    void hibernate_speaks_the_dialect_of_the_database_in_use() {
        assertThat(sessions.unwrap(SessionFactoryImplementor.class).getJdbcServices().getDialect())
                .isExactlyInstanceOf(POSTGRESQL ? PostgreSQLDialect.class : H2Dialect.class);
    }

    @Test
    void connections_are_to_the_database_in_use() throws SQLException {
        try (Connection connection = source.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(POSTGRESQL ? "PostgreSQL" : "H2");
        }
    }

    @Test
    void only_the_migrations_of_the_database_in_use_have_run() throws SQLException {
        assertThat(migrations()).contains("create tables")
                .contains(POSTGRESQL ? "add objects of postgresql" : "add objects of h2")
                .doesNotContain(POSTGRESQL ? "add objects of h2" : "add objects of postgresql");
    }

    private List<String> migrations() throws SQLException {
        List<String> migrations = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT \"description\" FROM \"flyway_schema_history\"")) {
            while (rows.next()) {
                migrations.add(rows.getString(1));
            }
        }
        return migrations;
    }
}
