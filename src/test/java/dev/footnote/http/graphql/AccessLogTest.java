package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.http.OpenOperations;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;

/** The access log and the metrics record cost and errors of requests over every transport. */
@QuarkusTest
class AccessLogTest {

    private static final String MIXED = "{ __schema { queryType { name } } people(first: 3) { nodes { id } totalCount } }";

    @Inject
    MeterRegistry registry;

    private AccessLogFile log;

    @BeforeEach
    void open() {
        log = AccessLogFile.open();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void fields_read_beside_introspection_count() throws Exception {
        HttpResponse<String> answer = Http.ask(MIXED, "Footnote-Cost", "1", "X-Request-Id", "log-mixed");
        JsonNode cost = Door.tree(answer.body()).at("/extensions/cost");
        assertThat(cost.get("statements").asInt()).isEqualTo(2);
        assertThat(cost.get("rows").asInt()).isEqualTo(3);
        JsonNode line = log.of("log-mixed");
        assertThat(line.get("statements").asInt()).isEqualTo(2);
        assertThat(line.get("rows").asInt()).isEqualTo(3);
        assertThat(line.get("estimated").asInt()).isPositive();
    }

    @Test
    void an_export_logs_its_cost_and_its_errors() throws Exception {
        export("{ people(first: 3) { nodes { name } } }", "log-export");
        JsonNode line = log.of("log-export");
        assertThat(line.get("rows").asInt()).isEqualTo(3);
        assertThat(line.get("statements").asInt()).isPositive();
        assertThat(line.get("estimated").asInt()).isPositive();
        assertThat(line.has("code")).isFalse();
        double before = refusals("BAD_USER_INPUT");
        export("{ people(last: 3) { nodes { name } } }", "log-refused");
        assertThat(log.of("log-refused").path("code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(refusals("BAD_USER_INPUT")).isEqualTo(before + 1);
    }

    private static void export(String document, String request) {
        Http.send(HttpRequest.newBuilder(Http.uri("/graphql.csv?query=" + Http.encoded(document))).GET(), "X-Request-Id",
                request);
    }

    @Test
    void a_batch_logs_the_error_codes_of_its_elements() throws Exception {
        double before = refusals("BAD_USER_INPUT");
        Http.post("[{\"query\":\"{ people(first: -1) { totalCount } }\"}]", "Content-Type", "application/json",
                "X-Request-Id", "log-batch");
        assertThat(log.of("log-batch").path("code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(refusals("BAD_USER_INPUT")).isEqualTo(before + 1);
    }

    @Test
    void a_request_over_the_limit_is_logged_with_its_estimate() throws Exception {
        String dear = "{ people(first: 100) { nodes { affiliations(first: 100) { nodes { organization { members(first: 100) {"
                + " nodes { person { affiliations(first: 100) { nodes { title } } } } } } } } } } }";
        Http.ask(dear, "X-Request-Id", "log-dear");
        JsonNode line = log.of("log-dear");
        assertThat(line.path("code").asText()).isEqualTo("TOO_COMPLEX");
        assertThat(line.get("estimated").asLong()).isGreaterThan(10_000_000);
    }

    @Test
    void a_live_operation_over_a_websocket_is_counted_while_it_is_open_and_logged_when_it_ends() throws Exception {
        double before = OpenOperations.count(registry);
        try (Client client = new Client("graphql-transport-ws")) {
            client.say("{\"type\":\"connection_init\"}").hear();
            client.ask("1", "query LoggedLive @live { people(first: 3) { nodes { id } } }", Map.of());
            assertThat(client.hear()).contains("\"next\"");
            assertThat(OpenOperations.count(registry)).isEqualTo(before + 1);
            client.say("{\"type\":\"complete\",\"id\":\"1\"}");
            JsonNode line = log.with("operation", "LoggedLive");
            assertThat(line.get("method").asText()).isEqualTo("WEBSOCKET");
            assertThat(line.get("bytes").asInt()).isPositive();
        }
    }

    private double refusals(String code) {
        Counter counter = registry.find("footnote.refusals").tag("code", code).counter();
        return counter == null ? 0 : counter.count();
    }
}
