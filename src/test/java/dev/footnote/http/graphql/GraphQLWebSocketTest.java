package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** GraphQL over WebSockets, with the protocol graphql-transport-ws. */
@QuarkusTest
@TestProfile(GraphQLWebSocketTest.Impatient.class)
class GraphQLWebSocketTest {

    /** A start of the application that waits a second and not ten. */
    public static class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("footnote.http.patience", "1s", "footnote.http.operations", "3", "footnote.http.sockets", "20");
        }
    }

    private static final String INIT = "{\"type\":\"connection_init\"}";

    @Test
    void an_operation_gets_its_result_and_completes() throws Exception {
        try (Client client = new Client("graphql-transport-ws")) {
            assertThat(client.say(INIT).hear()).isEqualTo("{\"type\":\"connection_ack\"}");
            client.ask("a\"1", "query($n: Int!) { people(first: $n) { totalCount } }", Map.of("n", 1));
            assertThat(client.hear()).isEqualTo(
                    "{\"id\":\"a\\\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"people\":{\"totalCount\":14}}}}");
            assertThat(client.hear()).isEqualTo("{\"id\":\"a\\\"1\",\"type\":\"complete\"}");
            assertThat(client.say("{\"type\":\"ping\"}").hear()).isEqualTo("{\"type\":\"pong\"}");
        }
    }

    @Test
    void http_and_websockets_report_the_same_errors() throws Exception {
        try (Client client = new Client("graphql-transport-ws")) {
            client.say(INIT).hear();
            for (String document : List.of("{ nothing }", "{", "{ people(first: 101) { totalCount } }",
                    "{ __schema { types " + "{ fields { type { ofType ".repeat(5) + "{ name }" + " } } }".repeat(5) + " } }",
                    " ",
                    "{" + "__typename ".repeat(11) + "}", "{ people(after: \"x\") { nodes { id } } }")) {
                client.ask("1", document, Map.of());
                JsonNode message = Door.tree(client.hear());
                assertThat(message.get("type").asText()).as(document).isEqualTo("error");
                assertThat(message.get("payload")).isEqualTo(Door.tree(Http.ask(document).body()).get("errors"));
            }
        }
    }

    @Test
    void older_clients_are_answered_in_their_protocol() throws Exception {
        try (Client client = new Client("graphql-ws")) {
            client.say(INIT).hear();
            client.say("{\"type\":\"start\",\"id\":\"1\",\"payload\":{\"query\":\"{ __typename }\"}}");
            assertThat(client.hear())
                    .isEqualTo("{\"id\":\"1\",\"type\":\"data\",\"payload\":{\"data\":{\"__typename\":\"Query\"}}}");
            assertThat(client.hear()).isEqualTo("{\"id\":\"1\",\"type\":\"complete\"}");
            assertThat(client.say("{\"type\":\"connection_terminate\"}").end()).isEqualTo(1000);
        }
    }

    @Test
    void protocol_violations_close_the_socket_with_their_code() throws Exception {
        assertThat(new Client("graphql-transport-ws").end()).as("says nothing").isEqualTo(4408);
        assertThat(new Client("graphql-transport-ws").ask("1", "{ __typename }", Map.of()).end()).isEqualTo(4401);
        assertThat(new Client("graphql-transport-ws").say(INIT).say(INIT).end()).isEqualTo(4429);
        for (String message : List.of("", "{", "[]", "7", "{\"type\":7}", "{\"type\":\"unknown\"}", "{}",
                "[".repeat(10_000), "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{a}\"}}",
                "{\"type\":\"subscribe\",\"id\":\"" + "x".repeat(200) + "\",\"payload\":{\"query\":\"{a}\"}}")) {
            assertThat(new Client("graphql-transport-ws").say(INIT).say(message).end()).as(message).isEqualTo(4400);
        }
        assertThat(new Client("graphql-transport-ws").say(INIT).say("x".repeat(300_000)).end()).as("too long").isPositive();
        assertThat(Http.ask("{ __typename }").statusCode()).isEqualTo(200);
    }

    @Test
    void a_flood_of_operations_is_limited_and_affects_no_other_client() throws Exception {
        try (Client client = new Client("graphql-transport-ws")) {
            client.say(INIT).hear();
            int flood = 200;
            for (int i = 0; i < flood; i++) {
                client.ask("o" + i, "{ organizations(first: 50) { nodes { name members(first: " + (i % 50)
                        + ") { nodes { title } } } } }", Map.of());
            }
            int answered = 0;
            int refused = 0;
            while (answered + refused < flood) {
                JsonNode message = Door.tree(client.hear());
                answered += message.get("type").asText().equals("complete") ? 1 : 0;
                if (message.get("type").asText().equals("error")) {
                    assertThat(message.at("/payload/0/extensions/code").asText()).isEqualTo("OVERLOADED");
                    refused++;
                }
            }
            assertThat(answered).isPositive();
            assertThat(Http.ask("{ __typename }").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_number_of_open_websockets_is_limited() throws Exception {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clients.add(new Client("graphql-transport-ws").say(INIT));
        }
        assertThat(status("graphql-transport-ws", null)).isEqualTo(503);
        for (Client client : clients) {
            client.close();
        }
        for (int i = 0; i < 50 && status("graphql-transport-ws", null) != 101; i++) {
            Thread.sleep(100);
        }
        assertThat(status("graphql-transport-ws", null)).isEqualTo(101);
    }

    @Test
    void websockets_refuse_other_origins_and_other_protocols() {
        assertThat(status("graphql-transport-ws", "http://evil.example")).isEqualTo(403);
        assertThat(status("graphql-transport-ws", "null")).isEqualTo(403);
        assertThat(status("graphql-transport-ws", "http://localhost:" + Http.port())).isEqualTo(101);
        assertThat(status("chat", null)).isEqualTo(400);
        assertThat(status(null, null)).isEqualTo(400);
    }

    private static int status(String protocol, String origin) {
        WebSocket.Builder builder = Http.CLIENT.newWebSocketBuilder();
        if (protocol != null) {
            builder.subprotocols(protocol);
        }
        if (origin != null) {
            builder.header("Origin", origin);
        }
        try {
            builder.buildAsync(URI.create("ws://localhost:" + Http.port() + "/graphql"), new WebSocket.Listener() {
            }).join().abort();
            return 101;
        } catch (CompletionException e) {
            HttpResponse<?> response = ((WebSocketHandshakeException) e.getCause()).getResponse();
            return response.statusCode();
        }
    }
}
