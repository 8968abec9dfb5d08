package dev.footnote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.database.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;

/** An HTTP client of the GraphQL API. */
@QuarkusTestResource(TestDatabase.class) // holds for every test that starts the application
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
        return post(escaped(request));
    }

    public static String post(String body) {
        return given().contentType("application/json").body(body).post("/graphql").asString();
    }

    /** Asks the document {@code asked/name.graphql} and expects {@code asked/name.json}, whole and in that order. */
    public static void answers(String name, Map<String, Object> variables, String operation) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("query", resource("/asked/" + name + ".graphql"));
        request.put("variables", variables);
        request.put("operationName", operation);
        assertThat(tree(post(text(request))).toPrettyString())
                .isEqualTo(tree(resource("/asked/" + name + ".json")).toPrettyString());
    }

    public static void answers(String name) {
        answers(name, Map.of(), null);
    }

    private static String resource(String path) {
        try (InputStream in = Door.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** An object as it is given in variables. */
    public static Map<String, Object> map(JsonNode object) {
        return JSON.convertValue(object, new TypeReference<>() {
        });
    }

    /** JSON in one form, so that two of the same content and order of keys are the same text. */
    public static String plain(String json) {
        return tree(json).toString();
    }

    /** As text with nothing but ASCII, because half a surrogate pair does not survive any other. */
    private static String escaped(Object value) {
        try {
            return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
