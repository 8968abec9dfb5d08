package dev.footnote.edit;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.util.Map;

import dev.footnote.Door;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A reserved event stream of a caller, by the single connection mode of graphql-sse. */
public record EventStreamReservation(String key, String token) {

    private static final String PATH = "/graphql/stream";
    private static final String TOKEN = "X-GraphQL-Event-Stream-Token";

    /** @param key the API key of the caller, or null */
    public static EventStreamReservation of(String key) {
        String token = by(key).put(PATH).then().statusCode(201).extract().asString();
        return new EventStreamReservation(key, token);
    }

    private static RequestSpecification by(String key) {
        return key == null ? given() : given().header("Authorization", "Bearer " + key);
    }

    /** Opens the stream as a browser does, which sends no credentials. */
    public EventStreamClient open() throws IOException, InterruptedException {
        return EventStreamClient.get(PATH + "?token=" + token);
    }

    /** Opens the stream where no events are expected. */
    public Response reopen() {
        return given().header(TOKEN, token).accept("text/event-stream").get(PATH);
    }

    public Response ask(String operation, String document) {
        return send(Map.of("query", document, "extensions", Map.of("operationId", operation)));
    }

    public Response send(Map<String, Object> request) {
        return by(key).header(TOKEN, token).contentType("application/json").body(Door.text(request)).post(PATH);
    }

    public Response end(String operation) {
        return by(key).header(TOKEN, token).delete(PATH + "?operationId=" + operation);
    }
}
