package dev.footnote.database.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.database.Database;
import dev.footnote.http.graphql.Http;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Behaviour with fewer connections than threads. */
@QuarkusTest
@TestProfile(FewConnections.class)
class PoolExhaustionTest {

    /** A start of the application with few connections. */
    private static final String DOCUMENT = "{ people(first: 3) { nodes { slug } } }";

    @Inject
    Database database;

    @Test
    void requests_without_a_free_connection_are_refused_early() throws SQLException {
        String right = Http.ask(DOCUMENT).body();
        List<Connection> all = new ArrayList<>();
        try {
            while (all.size() < 3) {
                all.add(database.source().getConnection());
            }
            long begun = System.nanoTime();
            HttpResponse<String> answer = Http.ask(DOCUMENT, "Accept", "application/graphql-response+json");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Http.code(answer)).isEqualTo("OVERLOADED");
            assertThat(Http.header(answer, "Retry-After")).isEqualTo("1");
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        assertThat(Http.ask(DOCUMENT).body()).isEqualTo(right);
    }

    @Test
    void the_configured_number_of_connections_is_used() {
        assertThat(((AgroalDataSource) database.source()).getConfiguration().connectionPoolConfiguration().maxSize())
                .isEqualTo(3);
    }
}
