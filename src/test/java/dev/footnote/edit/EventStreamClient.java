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
import java.util.Map;

import dev.footnote.Door;
import io.restassured.RestAssured;

/** An open response of server-sent events. */
public final class EventStreamClient implements AutoCloseable {

    /** @param id null if the event has none */
    public record Event(String id, String event, String data) {
    }

    private static final String EVENTS = "text/event-stream";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final InputStream body;
    private final BufferedReader lines;

    private EventStreamClient(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains(EVENTS);
        body = response.body();
        lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    public static EventStreamClient get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return new EventStreamClient(request.build());
    }

    static EventStreamClient post(String body) throws IOException, InterruptedException {
        return post(body, EVENTS);
    }

    static EventStreamClient post(String body, String accept) throws IOException, InterruptedException {
        return new EventStreamClient(request("/graphql").setHeader("Accept", accept).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /** Opens a subscription, and closes it again. */
    public static void subscribed(String document) {
        try {
            post(Door.text(Map.of("query", document))).close();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path)).header("Accept",
                EVENTS);
    }

    public Event next() throws IOException {
        String id = null;
        String event = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data:")) {
                return new Event(id, event, line.substring(5).stripLeading());
            }
        }
        throw new AssertionError("The stream has ended");
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
