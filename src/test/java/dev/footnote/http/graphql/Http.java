package dev.footnote.http.graphql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import dev.footnote.Door;
import io.restassured.RestAssured;

/** An HTTP client with full control over headers. */
public final class Http {

    static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Http() {
    }

    /** The port that the server under test got. */
    public static int port() {
        return RestAssured.port;
    }

    public static URI uri(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    /** @param headers name, value, name, value */
    public static HttpResponse<String> post(String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/graphql")).timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(request, headers.length == 0 ? new String[] { "Content-Type", "application/json" } : headers);
    }

    public static HttpResponse<String> ask(String document, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return post(Door.text(Map.of("query", document)), all);
    }

    /** @param query behind the question mark, encoded */
    public static HttpResponse<String> get(String query, String... headers) {
        return send(HttpRequest.newBuilder(uri("/graphql?" + query)).timeout(PATIENCE).GET(), headers);
    }

    public static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** The code of the first error, or the empty text. */
    public static String code(HttpResponse<String> response) {
        return Door.tree(response.body()).at("/errors/0/extensions/code").asText();
    }
}
