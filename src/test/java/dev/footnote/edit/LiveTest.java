package dev.footnote.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.http.AllowedCallers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** Who listens gets every edit once, in order, as it is committed. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
@Timeout(60)
class LiveTest {

    @TestHTTPResource("/changes")
    URI changes;

    /** An open event stream. */
    private static final class Stream implements AutoCloseable {

        private final InputStream body;
        private final BufferedReader lines;

        Stream(URI uri, String... headers) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            HttpResponse<InputStream> response = HttpClient.newHttpClient().send(request.build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type")).contains("text/event-stream");
            body = response.body();
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        /** The data of the next event, with its id. */
        JsonNode next() throws IOException {
            String id = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    JsonNode data = Door.tree(line.substring(6));
                    assertThat(data.get("number").asText()).isEqualTo(id);
                    return data;
                }
            }
            throw new AssertionError("The stream has ended");
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private static String create(String title) {
        JsonNode payload = Editor.edit("{\"summary\": \"" + title + "\", \"changes\": [{\"source\": {\"set\": {\"title\": \""
                + title + "\", \"kind\": \"OTHER\"}}}]}");
        assertThat(payload.get("problems")).isEmpty();
        return payload.at("/edit/id").asText();
    }

    @Test
    void an_edit_is_told_to_who_listens() throws Exception {
        create("Before");
        try (Stream stream = new Stream(changes)) {
            String id = create("Live");
            JsonNode event = stream.next();
            assertThat(event.get("id").asText()).isEqualTo(id);
            assertThat(event.get("summary").asText()).isEqualTo("Live");
            assertThat(event.at("/changes/nodes/0/action").asText()).isEqualTo("CREATED");
            assertThat(event.toString()).doesNotContain("#");
        }
    }

    @Test
    void who_comes_back_misses_nothing_and_gets_nothing_twice() throws Exception {
        String first = create("First");
        List<String> made = new ArrayList<>();
        try (Stream stream = new Stream(changes, "Last-Event-ID", first.substring("edit:".length()))) {
            made.add(create("Second"));
            assertThat(stream.next().get("id").asText()).isEqualTo(made.get(0));
        }
        IntStream.range(0, 5).forEach(i -> made.add(create("Later " + i)));
        URI since = URI.create(changes + "?since=" + made.get(0).substring("edit:".length()));
        try (Stream stream = new Stream(since)) {
            for (String id : made.subList(1, made.size())) {
                assertThat(stream.next().get("id").asText()).isEqualTo(id);
            }
        }
    }

    @Test
    void many_listeners_get_the_same() throws Exception {
        List<Stream> streams = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            streams.add(new Stream(changes));
        }
        List<String> made = IntStream.range(0, 5).mapToObj(i -> create("Many " + i)).toList();
        for (Stream stream : streams) {
            for (String id : made) {
                assertThat(stream.next().get("id").asText()).isEqualTo(id);
            }
            stream.close();
        }
    }

    @Test
    void a_wrong_request_is_told_what_is_wrong() {
        for (Map.Entry<String, Integer> wrong : Map.of("?since=x", 400, "?since=1&since=2", 400, "?other=1", 400).entrySet()) {
            RestAssured.given().urlEncodingEnabled(false).get(changes + wrong.getKey()).then()
                    .statusCode(wrong.getValue());
        }
        RestAssured.given().post(changes).then().statusCode(405).header("Allow", "GET, HEAD");
        RestAssured.given().header("Accept", "text/event-stream;q=0").get(changes).then().statusCode(406);
        RestAssured.given().head(changes).then().statusCode(200);
    }
}
