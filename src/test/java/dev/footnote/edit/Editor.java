package dev.footnote.edit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.http.AllowedCallers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Sends mutations as a client with an API key does. */
public final class Editor {

    private static final String EDIT = """
            mutation($input: EditInput!) {
              edit(input: $input) {
                edit { id kind madeBy summary created updated deleted changes { nodes { record action fields { nodes { field before after } } } } }
                records { __typename id label }
                diff { id action fields { field before after } }
                problems { code message path current { id label } }
                warnings { message path }
              }
            }""";

    private Editor() {
    }

    public static Response send(String key, String document, Map<String, Object> variables) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("query", document);
        request.put("variables", variables);
        RequestSpecification spec = given().contentType("application/json");
        return (key == null ? spec : spec.header("Authorization", "Bearer " + key)).body(Door.text(request)).post("/graphql");
    }

    /** Sends an edit as an editor, and returns its payload. */
    public static JsonNode edit(String input) {
        JsonNode whole = Door.tree(send(AllowedCallers.EDITOR, EDIT, Map.of("input", Door.map(Door.tree(input)))).asString());
        if (!whole.path("errors").isMissingNode()) {
            throw new AssertionError(whole.toPrettyString());
        }
        return whole.at("/data/edit");
    }

    /** Creates a source by an edit that says its title. @return the id of the edit */
    public static String createSource(String title) {
        JsonNode payload = edit("{\"summary\": \"" + title + "\", \"changes\": [{\"source\": {\"set\": {\"title\": \"" + title
                + "\", \"kind\": \"OTHER\"}}}]}");
        assertThat(payload.get("problems")).isEmpty();
        return payload.at("/edit/id").asText();
    }

    /** The number in the id of an edit. */
    public static int number(String edit) {
        return Integer.parseInt(edit.substring("edit:".length()));
    }

    public static JsonNode ask(String document) {
        JsonNode whole = Door.tree(Door.ask(document));
        if (!whole.path("errors").isMissingNode()) {
            throw new AssertionError(whole.toPrettyString());
        }
        return whole.get("data");
    }
}
