package dev.footnote.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.http.AllowedCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** Who listens gets every edit once, in order, as it is committed. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
@Timeout(60)
class LiveTest {

    private static final String CHANGES = "/changes";

    /** The next edit. */
    private static JsonNode next(EventStreamClient stream) throws IOException {
        EventStreamClient.Event event = stream.next();
        JsonNode data = Door.tree(event.data());
        assertThat(event.event()).isEqualTo("edit");
        assertThat(data.get("number").asText()).isEqualTo(event.id());
        return data;
    }

    @Test
    void an_edit_is_told_to_who_listens() throws Exception {
        Editor.createSource("Before");
        try (EventStreamClient stream = EventStreamClient.get(CHANGES)) {
            String id = Editor.createSource("Live");
            JsonNode event = next(stream);
            assertThat(event.get("id").asText()).isEqualTo(id);
            assertThat(event.get("summary").asText()).isEqualTo("Live");
            assertThat(event.at("/changes/nodes/0/action").asText()).isEqualTo("CREATED");
            assertThat(event.toString()).doesNotContain("#");
        }
    }

    @Test
    void who_comes_back_misses_nothing_and_gets_nothing_twice() throws Exception {
        String first = Editor.createSource("First");
        List<String> made = new ArrayList<>();
        try (EventStreamClient stream = EventStreamClient.get(CHANGES, "Last-Event-ID",
                Integer.toString(Editor.number(first)))) {
            made.add(Editor.createSource("Second"));
            assertThat(next(stream).get("id").asText()).isEqualTo(made.get(0));
        }
        IntStream.range(0, 5).forEach(i -> made.add(Editor.createSource("Later " + i)));
        String since = CHANGES + "?since=" + Editor.number(made.get(0));
        try (EventStreamClient stream = EventStreamClient.get(since)) {
            for (String id : made.subList(1, made.size())) {
                assertThat(next(stream).get("id").asText()).isEqualTo(id);
            }
        }
    }

    @Test
    void many_listeners_get_the_same() throws Exception {
        List<EventStreamClient> streams = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            streams.add(EventStreamClient.get(CHANGES));
        }
        List<String> made = IntStream.range(0, 5).mapToObj(i -> Editor.createSource("Many " + i)).toList();
        for (EventStreamClient stream : streams) {
            for (String id : made) {
                assertThat(next(stream).get("id").asText()).isEqualTo(id);
            }
            stream.close();
        }
    }

    @Test
    void a_wrong_request_is_told_what_is_wrong() {
        for (Map.Entry<String, Integer> wrong : Map.of("?since=x", 400, "?since=1&since=2", 400, "?other=1", 400).entrySet()) {
            RestAssured.given().urlEncodingEnabled(false).get(CHANGES + wrong.getKey()).then()
                    .statusCode(wrong.getValue());
        }
        RestAssured.given().post(CHANGES).then().statusCode(405).header("Allow", "GET, HEAD");
        RestAssured.given().header("Accept", "text/event-stream;q=0").get(CHANGES).then().statusCode(406);
        RestAssured.given().head(CHANGES).then().statusCode(200);
    }
}
