package dev.footnote.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.footnote.http.AllowedCallers;
import dev.footnote.http.graphql.Client;
import dev.footnote.security.ApiKey;
import dev.footnote.security.ApiKeyFile;
import dev.footnote.security.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A key that was removed ends what was begun with it. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
@Timeout(60)
class EndedKeysTest {

    private static final String NAME = "tom";
    private static final String CREATE = "mutation { edit(input: {changes: [{source: {set: {title: \"Tom\", kind: OTHER}}}]})"
            + " { edit { id } } }";

    private final ApiKeyFile file = new ApiKeyFile(
            Path.of(ConfigProvider.getConfig().getValue("footnote.keys.file", String.class)));
    private final String key = ApiKey.generate();

    @BeforeEach
    void add() throws IOException {
        file.add(ApiKey.of(key, NAME, Role.EDITOR, Optional.empty()));
        later();
    }

    @AfterEach
    void remove() throws IOException {
        if (file.read().stream().anyMatch(one -> one.name().equals(NAME))) {
            file.remove(NAME);
        }
    }

    private void end() throws IOException {
        file.remove(NAME);
        later();
    }

    /** Waits until the server has read the file again. */
    private static void later() {
        try {
            Thread.sleep(1100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void over_http_nothing_more_is_changed() throws IOException {
        assertThat(Editor.send(key, CREATE, Map.of()).statusCode()).isEqualTo(200);
        end();
        assertThat(Editor.send(key, CREATE, Map.of()).statusCode()).isEqualTo(401);
    }

    @Test
    void over_an_open_websocket_nothing_more_is_changed() throws Exception {
        try (Client client = new Client("graphql-transport-ws")) {
            client.say("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + key + "\"}}");
            assertThat(client.hear()).contains("connection_ack");
            client.ask("1", CREATE, Map.of());
            assertThat(client.hear()).contains("edit:");
            assertThat(client.hear()).contains("complete");
            end();
            String last = Editor.ask("{ edits(first: 1) { nodes { id } } }").toString();
            client.ask("2", CREATE, Map.of());
            assertThat(client.end()).isEqualTo(4403);
            assertThat(Editor.ask("{ edits(first: 1) { nodes { id } } }")).hasToString(last);
        }
    }

    @Test
    void an_open_websocket_and_an_open_stream_send_nothing_more() throws Exception {
        try (Client client = new Client("graphql-transport-ws");
                EventStreamClient stream = EventStreamClient.get("/changes", "Authorization", "Bearer " + key)) {
            client.say("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + key + "\"}}");
            assertThat(client.hear()).contains("connection_ack");
            client.ask("1", "subscription { edits { summary } }", Map.of());
            client.ask("2", "query @live { edits { totalCount } }", Map.of());
            assertThat(client.hear()).contains("totalCount");
            end();
            Editor.createSource("Kept from Tom");
            assertThat(client.end()).isEqualTo(4403);
            assertThat(stream.next().data()).contains("UNAUTHENTICATED").doesNotContain("Kept from Tom");
            assertThat(stream.next().event()).isEqualTo("complete");
            assertThatThrownBy(stream::next).hasMessage("The stream has ended");
        }
    }

    @Test
    void an_event_stream_with_several_operations_sends_nothing_more() throws Exception {
        EventStreamReservation reservation = EventStreamReservation.of(key);
        try (EventStreamClient stream = reservation.open()) {
            reservation.ask("1", "subscription { edits { summary } }").then().statusCode(202);
            end();
            Editor.createSource("Kept from Tom, too");
            assertThat(stream.next().data()).contains("\"id\":\"1\"", "UNAUTHENTICATED").doesNotContain("Kept from Tom");
            assertThat(stream.next().event()).isEqualTo("complete");
            assertThatThrownBy(stream::next).hasMessage("The stream has ended");
        }
    }
}
