package dev.footnote.edit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.http.AllowedCallers;
import dev.footnote.http.graphql.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Subscriptions and live queries, over WebSocket and as server-sent events. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
@Timeout(240)
class SubscriptionsTest {

    private static final String INIT = "{\"type\":\"connection_init\"}";

    @BeforeEach
    void one() {
        Editor.createSource("One at least");
    }

    private static Client connected() throws InterruptedException {
        Client client = new Client("graphql-transport-ws");
        assertThat(client.say(INIT).hear()).contains("connection_ack");
        return client;
    }

    private static JsonNode next(Client client, String id) throws InterruptedException {
        JsonNode message = Door.tree(client.hear());
        assertThat(message.get("type").asText()).as(message.toString()).isEqualTo("next");
        assertThat(message.get("id").asText()).isEqualTo(id);
        return message.at("/payload/data");
    }

    @Test
    void a_subscription_goes_on_after_the_last_number_without_loss_and_without_repeat() throws Exception {
        List<String> made = new ArrayList<>(List.of(Editor.createSource("First")));
        IntStream.range(0, 120).forEach(i -> made.add(Editor.createSource("Numbered " + i)));
        try (Client client = connected()) {
            client.ask("all", """
                    subscription Log($n: Int, $title: String!) {
                      told: edits(after: $n, filter: { summary: { startsWith: $title } }) { ...Line }
                    }
                    fragment Line on Edit { id label: summary changes(first: 1) { totalCount } }""",
                    Map.of("n", Editor.number(made.get(0)), "title", "Numbered"));
            for (int i = 1; i < made.size(); i++) {
                assertThat(next(client, "all")).hasToString("{\"told\":{\"id\":\"" + made.get(i) + "\",\"label\":\"Numbered "
                        + (i - 1) + "\",\"changes\":{\"totalCount\":1}}}");
            }
            Editor.createSource("Another");
            String last = Editor.createSource("Numbered last");
            assertThat(next(client, "all").at("/told/id").asText()).isEqualTo(last);
        }
    }

    @Test
    void a_subscription_without_a_place_begins_with_what_is_new_and_ends_when_the_client_says_so() throws Exception {
        try (Client client = connected()) {
            client.ask("changes", "subscription($f: RecordChangeFilter) { changes(filter: $f) { action record } }",
                    Map.of("f", Map.of("action", Map.of("eq", "CREATED"))));
            Optional<String> first = Optional.empty();
            // nothing tells when a subscription has begun but its first event
            for (int i = 0; i < 50 && first.isEmpty(); i++) {
                Editor.createSource("Begun");
                first = client.hear(Duration.ofMillis(300));
            }
            assertThat(Door.tree(first.orElseThrow()).at("/payload/data/changes/record").asText()).startsWith("source:begun");
            while (client.hear(Duration.ofMillis(500)).isPresent()) {
                // the others of those
            }
            client.say("{\"type\":\"complete\",\"id\":\"changes\"}");
            Editor.createSource("Unheard");
            client.ask("after", "{ __typename }", Map.of());
            assertThat(next(client, "after")).hasToString("{\"__typename\":\"Query\"}");
            assertThat(client.hear()).contains("complete");
        }
    }

    @Test
    void a_live_query_is_answered_again_when_its_answer_changes() throws Exception {
        try (Client client = connected()) {
            client.ask("now", "query @live { sources(filter: {title: {eq: \"Seldom\"}}) { totalCount } }", Map.of());
            assertThat(next(client, "now").at("/sources/totalCount").asInt()).isZero();
            Editor.createSource("Unrelated");
            Editor.createSource("Seldom");
            assertThat(next(client, "now").at("/sources/totalCount").asInt()).isEqualTo(1);
        }
    }

    @Test
    void errors_are_told_before_anything_is_sent() throws Exception {
        try (Client client = connected()) {
            for (String wrong : List.of("subscription { nothing { id } }", "subscription { edits { id } changes { id } }",
                    "subscription { edits(after: \"x\") { id } }", "subscription { __typename }",
                    "query @live { nothing }")) {
                client.ask("wrong", wrong, Map.of());
                assertThat(Door.tree(client.hear()).get("type").asText()).as(wrong).isEqualTo("error");
            }
        }
        given().contentType("application/json").accept("application/graphql-response+json")
                .body("{\"query\": \"subscription { edits { id } }\"}").post("/graphql").then().statusCode(400);
        assertThat(Door.ask("subscription { edits { id } }")).contains("Send it over WebSocket, or with the header Accept");
        given().contentType("application/json").accept("text/event-stream")
                .body("{\"query\": \"subscription { nothing }\"}").post("/graphql").then().statusCode(400)
                .contentType("application/graphql-response+json");
    }

    @Test
    void operations_are_answered_by_server_sent_events() throws Exception {
        String first = Editor.createSource("Streamed");
        try (EventStreamClient stream = EventStreamClient
                .post("{\"query\": \"subscription($n: Int) { edits(after: $n) { id } }\","
                        + " \"variables\": {\"n\": " + Editor.number(first) + "}}")) {
            String id = Editor.createSource("Streamed too");
            assertThat(stream.next()).isEqualTo(new EventStreamClient.Event(Integer.toString(Editor.number(id)), "next",
                    "{\"data\":{\"edits\":{\"id\":\"" + id + "\"}}}"));
        }
        String once = given().contentType("application/json").accept("text/event-stream")
                .body("{\"query\": \"{ __typename }\"}").post("/graphql").then().statusCode(200)
                .contentType("text/event-stream").extract().asString();
        assertThat(once).isEqualTo("event: next\ndata: {\"data\":{\"__typename\":\"Query\"}}\n\nevent: complete\ndata:\n\n");
    }

    @Test
    void a_trusted_document_is_sent_again_when_its_answer_changes() throws Exception {
        Editor.createSource("Watched source");
        try (EventStreamClient stream = EventStreamClient.get("/q/search-as-one-types?query=Watched")) {
            assertThat(stream.next().data()).contains("Watched source");
            Editor.createSource("Unrelated");
            Editor.createSource("Watched again");
            assertThat(stream.next().data()).as("the unrelated edit changed nothing").contains("Watched again");
        }
    }
}
