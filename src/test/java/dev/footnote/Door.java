package dev.footnote;

import static io.restassured.RestAssured.given;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Asks as a client does: over HTTP. */
public final class Door {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Door() {
    }

    /** The whole answer, as sent. */
    public static String ask(String document) {
        return ask(document, Map.of());
    }

    public static String ask(String document, Map<String, Object> variables) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("query", document);
        request.put("variables", variables);
        return post(text(request));
    }

    public static String post(String body) {
        return given().contentType("application/json").body(body).post("/graphql").asString();
    }

    /** What stands under {@code data}, where nothing went wrong. */
    public static JsonNode data(String document) {
        JsonNode answer = tree(ask(document));
        if (answer.has("errors")) {
            throw new AssertionError(document + "\nwas answered by\n" + answer.toPrettyString());
        }
        return answer.get("data");
    }

    public static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is no JSON: " + json, e);
        }
    }

    /** JSON in one form, so that two of the same content and order of keys are the same text. */
    public static String plain(String json) {
        return tree(json).toString();
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
