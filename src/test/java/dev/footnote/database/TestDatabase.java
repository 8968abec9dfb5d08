package dev.footnote.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * An empty database for every start of the application: of H2 or, where the system property {@code database} says
 * postgresql, of a server that the test run starts itself.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String SERVER = "postgresql.of.the.tests";

    @Override
    public Map<String, String> start() {
        return Map.of("footnote.database.url", empty());
    }

    /** @return the JDBC address of a database without tables */
    public static String empty() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        if (!"postgresql".equals(System.getProperty("database"))) {
            return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
        }
        String server = server();
        try (Connection connection = DriverManager.getConnection(server + "postgres?user=postgres&password=postgres")) {
            connection.createStatement().execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server + name + "?user=postgres&password=postgres";
    }

    /** One server for the whole run; a system property holds it, because every start has class loaders of its own. */
    private static String server() {
        String known = System.getProperty(SERVER);
        if (known != null) {
            return known;
        }
        try {
            // stops by itself when the virtual machine does
            String url = EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
            String server = url.substring(0, url.indexOf("postgres?"));
            System.setProperty(SERVER, server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("No PostgreSQL for the tests", e);
        }
    }

    @Override
    public void stop() {
        // databases end with the run
    }
}
