package dev.footnote.packaged;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Requests to a server that a test started. */
final class Asked {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Asked() {
    }

    static String people(String address) throws Exception {
        return ask(address, "{ people { nodes { slug } } }");
    }

    static String ask(String address, String question) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address.replace("0.0.0.0", "127.0.0.1") + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + question.replace("\"", "\\\"") + "\"}"))
                .build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
