package dev.footnote.http.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.footnote.Door;
import dev.footnote.edit.EventStreamClient;
import dev.footnote.edit.EventStreamReservation;
import dev.footnote.http.AllowedCallers;
import dev.footnote.http.Management;
import dev.footnote.http.graphql.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Where reading is closed, nobody reads without a key, by any door. */
@QuarkusTest
@TestProfile(ClosedReading.class)
class ClosedReadingTest {

    private static final String QUERY = "{ people(first: 1) { nodes { slug } } }";
    private static final String NAME = "Lei Jun";

    private static RequestSpecification by(String key) {
        RequestSpecification spec = given().redirects().follow(false).urlEncodingEnabled(false);
        return key == null ? spec : spec.header("Authorization", "Bearer " + key);
    }

    /** @param door a method, a path and what the client accepts */
    private static Response send(String key, String door) {
        String[] parts = door.split(" ", 3);
        RequestSpecification spec = by(key).accept(parts.length == 3 ? parts[2] : "*/*");
        return parts[0].equals("POST")
                ? spec.contentType("application/json").body(Door.text(Map.of("query", QUERY))).post(parts[1])
                : spec.request(parts[0], parts[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = { "POST /graphql", "POST /graphql text/event-stream", "POST /graphql.csv", "POST /graphql.ndjson",
            "GET /graphql?query=%7Bpeople(first:1)%7Bnodes%7Bslug%7D%7D%7D",
            "GET /graphql?query=%7Bpeople(first:1)%7Bnodes%7Bslug%7D%7D%7D text/event-stream",
            "HEAD /graphql?query=%7Bpeople(first:1)%7Bnodes%7Bslug%7D%7D%7D",
            "GET /graphql.csv?query=%7Bpeople%7Bnodes%7Bslug%7D%7D%7D", "GET /q/roles-of-lei-jun",
            "HEAD /q/roles-of-lei-jun", "GET /changes.atom", "HEAD /changes", "HEAD /changes.atom", "GET / text/html",
            "GET /people text/html", "GET /person/lei-jun text/html", "GET /search?q=lei text/html",
            "GET /path text/html", "GET /graphql/schema.graphql" })
    void whoever_has_no_valid_key_is_refused_and_every_role_reads(String door) {
        for (String key : new String[] { null, AllowedCallers.EXPIRED, "fnk_unknown" }) {
            Response response = send(key, door);
            assertThat(response.statusCode()).as(door + key).isEqualTo(401);
            assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"footnote\"");
            assertThat(response.asString()).doesNotContain(NAME, "fnk_unknown");
            assertThat(response.header("ETag")).isNull();
        }
        for (String key : List.of(AllowedCallers.READER, AllowedCallers.EDITOR, AllowedCallers.ADMIN)) {
            Response response = send(key, door);
            assertThat(response.statusCode()).as(door + response.asString()).isEqualTo(200);
            assertThat(response.header("Cache-Control")).as(door).containsAnyOf("private", "no-store")
                    .doesNotContain("public");
            assertThat(response.headers().getValues("Vary").toString()).as(door).contains("Authorization");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET /changes text/event-stream", "GET /q/roles-of-lei-jun text/event-stream",
            "GET /q/roles-of-lei-jun.csv", "GET /nowhere", "POST /q/roles-of-lei-jun", "OPTIONS /graphql",
            "GET //graphql?query=%7B__typename%7D", "GET /admin/../graphql?query=%7B__typename%7D",
            "PUT /graphql/stream", "GET /graphql/stream?token=guessed text/event-stream",
            "DELETE /graphql/stream?operationId=x",
            "GET /admin/%2e%2e/people text/html", "GET /examples/..%2fpeople text/html" })
    void without_a_key_nothing_else_is_answered(String door) {
        Response response = send(null, door);
        assertThat(response.statusCode()).as(door + response.asString()).isEqualTo(401);
        assertThat(response.asString()).contains("Reading needs an API key or an access token here.").doesNotContain(NAME);
    }

    @Test
    void a_page_says_what_is_missing_to_a_person() {
        Response response = send(null, "GET /person/lei-jun text/html");
        assertThat(response.contentType()).startsWith("text/html");
        assertThat(response.asString()).contains("Reading needs an API key or an access token here.").doesNotContain(NAME);
    }

    @Test
    void a_known_tag_is_no_way_in() {
        Response mine = send(AllowedCallers.READER, "GET /q/roles-of-lei-jun");
        assertThat(by(null).header("If-None-Match", mine.header("ETag")).get("/q/roles-of-lei-jun").statusCode())
                .isEqualTo(401);
        assertThat(by(AllowedCallers.READER).header("If-None-Match", mine.header("ETag")).get("/q/roles-of-lei-jun")
                .statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = { "graphql-transport-ws", "graphql-ws" })
    void a_websocket_needs_a_key_in_its_first_message(String protocol) throws InterruptedException {
        for (String payload : List.of("", ",\"payload\":{}", ",\"payload\":{\"Authorization\":\"Bearer fnk_unknown\"}",
                ",\"payload\":{\"Authorization\":\"Bearer " + AllowedCallers.EXPIRED + "\"}")) {
            try (Client client = new Client(protocol)) {
                assertThat(client.say("{\"type\":\"connection_init\"" + payload + "}").end()).isEqualTo(4403);
            }
        }
        for (String key : List.of(AllowedCallers.READER, AllowedCallers.EDITOR, AllowedCallers.ADMIN)) {
            try (Client client = new Client(protocol)) {
                client.say("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer " + key + "\"}}");
                assertThat(client.hear()).contains("connection_ack");
                client.say("{\"type\":\"" + (protocol.equals("graphql-ws") ? "start" : "subscribe")
                        + "\",\"id\":\"1\",\"payload\":{\"query\":\"" + QUERY + "\"}}");
                assertThat(client.hear()).contains("\"data\"").contains("slug");
            }
        }
    }

    @Test
    void a_browser_opens_an_event_stream_by_its_token_and_operations_need_a_key() throws Exception {
        EventStreamReservation reservation = EventStreamReservation.of(AllowedCallers.READER);
        try (EventStreamClient stream = reservation.open()) {
            assertThat(new EventStreamReservation(null, reservation.token()).ask("1", QUERY).statusCode()).isEqualTo(401);
            assertThat(reservation.ask("1", QUERY).statusCode()).isEqualTo(202);
            assertThat(stream.next().data()).contains("slug");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/graphiql", "/footnote.css", "/explorer.css", "/examples/index.json",
            "/documents/explorer-person.graphql" })
    void files_are_answered_as_before(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/q/health", "/q/health/ready", "/q/health/live", "/q/metrics" })
    void health_and_metrics_are_answered_as_before(String path) {
        assertThat(Management.given().get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void the_admin_api_has_its_own_token() {
        assertThat(by(AllowedCallers.TOKEN).port(Management.port()).get("/admin/status").statusCode()).isEqualTo(200);
        assertThat(by(AllowedCallers.READER).port(Management.port()).get("/admin/status").statusCode()).isEqualTo(401);
        assertThat(send(AllowedCallers.TOKEN, "POST /graphql").statusCode()).isEqualTo(401);
    }
}
