package dev.footnote.edit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.http.AllowedCallers;
import dev.footnote.http.graphql.Client;
import dev.footnote.http.graphql.Logged;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** An editor who means harm changes nothing but what an edit may change, and is told what is wrong. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class HostileEditsTest {

    private static final String EDIT = """
            mutation($input: EditInput!) { edit(input: $input) { edit { id } problems { code message path } } }""";
    private static final String LATEST = "{ edits(first: 1) { nodes { id } } }";
    private static final String CREATE = "mutation { edit(input: {changes: [{source: {set: {title: \"Forged\", kind: OTHER}}}]})"
            + " { edit { id } } }";

    private static JsonNode send(Map<String, Object> input) {
        return Door.tree(Editor.send(AllowedCallers.EDITOR, EDIT, Map.of("input", input)).asString());
    }

    private static Map<String, Object> source(String title) {
        return Map.of("source", Map.of("set", Map.of("title", title, "kind", "OTHER")));
    }

    /** What the server says when it fails by itself. */
    private static void isUnderstood(JsonNode answer) {
        assertThat(answer.at("/errors/0/extensions/code").asText()).as(answer.toString()).isNotIn("INTERNAL", "UNAVAILABLE");
        assertThat(answer.toString()).doesNotContain("Exception", "SELECT ", "INSERT ", "org.h2", "postgresql", "at dev.");
    }

    static Stream<String> texts() {
        return Stream.of("'; DROP TABLE source; --", "\\'); DELETE FROM edit; --", "${jndi:ldap://localhost/x} ${user.home}",
                "<script>alert(1)</script><!--", "\"}]}]) { edit { id } } evil: __typename #", "%s%n%d {0} {{7*7}} {config}",
                "=cmd|' /C calc'!A0", "a\u202eb\u200bc", "nul\u0000nul", "line\r\nSet-Cookie: a=b", "\ud83d\ude00\ufffe",
                "$1 \\1 :name ?1 ? @x", "../../etc/passwd");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void no_text_is_anything_but_a_text(String text) {
        String people = Editor.ask("{ people { totalCount } sources { totalCount } }").at("/people/totalCount").asText();
        try (Logged logged = new Logged()) {
            for (String place : List.of("summary", "key", "title", "id", "clear", "source", "locator", "quote", "note", "by",
                    "expect", "published")) {
                JsonNode answer = send(placed(place, text));
                isUnderstood(answer);
                if (answer.at("/data/edit/edit/id").isTextual()) {
                    isKept(answer.at("/data/edit/edit/id").asText(), place, text);
                }
            }
            JsonNode answer = Door.tree(Editor.send(AllowedCallers.EDITOR,
                    "mutation($id: ID!, $why: String) { revert(edit: $id, summary: $why) { problems { code } } }",
                    Map.of("id", text, "why", text)).asString());
            isUnderstood(answer);
            // no text of the database can hold U+0000
            assertThat(text.indexOf(0) < 0 ? answer.at("/data/revert/problems/0/code").asText()
                    : answer.at("/errors/0/extensions/code").asText())
                    .isEqualTo(text.indexOf(0) < 0 ? "NOT_FOUND" : "BAD_USER_INPUT");
            assertThat(logged.stacks()).isEmpty();
        }
        assertThat(Editor.ask("{ people { totalCount } }").at("/people/totalCount").asText()).isEqualTo(people);
    }

    /** An edit with a text in one place. */
    private static Map<String, Object> placed(String place, String text) {
        Map<String, Object> citation = new LinkedHashMap<>(Map.of("source", "whu-xiaomi-joint-laboratory"));
        Map<String, Object> set = new LinkedHashMap<>(Map.of("title", "Hostile", "kind", "OTHER"));
        Map<String, Object> change = new LinkedHashMap<>(Map.of("set", set));
        Map<String, Object> input = new LinkedHashMap<>(Map.of("citing", List.of(citation)));
        switch (place) {
            case "title", "published" -> set.put(place, text);
            case "id", "expect" -> change.put(place, text);
            case "clear" -> change.put(place, List.of(text));
            case "source", "locator", "quote", "note" -> citation.put(place, text);
            default -> input.put(place, text);
        }
        input.put("changes", List.of(Map.of("source", change),
                Map.of("person", Map.of("id", "hostile-person", "set", Map.of("name", "Hostile person")))));
        return input;
    }

    private static void isKept(String edit, String place, String text) {
        JsonNode kept = Editor.ask("{ edit(by: {id: \"" + edit + "\"}) { summary changes { nodes { record fields(first: 20) {"
                + " nodes { field after } } } } } }").get("edit");
        if (place.equals("summary")) {
            assertThat(kept.get("summary").asText()).isEqualTo(text);
        } else if (place.equals("title")) {
            assertThat(kept.findValuesAsText("after")).contains(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "set: {name: \"A\", version: 9}", "set: {name: \"A\", lockVersion: 9}",
            "set: {name: \"A\", slug: \"b\"}", "set: {name: \"A\", label: \"b\"}", "set: {name: \"A\", nameSearch: \"b\"}",
            "set: {name: \"A\", affiliations: []}", "set: {name: \"A\", citations: []}", "set: {id: \"b\", name: \"A\"}",
            "clear: [VERSION]", "clear: [ID]", "madeBy: \"root\"", "history: []" })
    void only_fields_of_the_input_can_be_set(String change) {
        String document = "mutation { edit(input: {changes: [{person: {id: \"lei-jun\", " + change
                + "}}]}) { edit { id } } }";
        String latest = Editor.ask(LATEST).toString();
        JsonNode answer = Door.tree(Editor.send(AllowedCallers.EDITOR, document, Map.of()).asString());
        assertThat(answer.at("/errors/0/extensions/code").asText()).as(answer.toString()).isEqualTo("VALIDATION_FAILED");
        assertThat(Editor.ask(LATEST)).hasToString(latest);
    }

    @ParameterizedTest
    @ValueSource(strings = { "madeBy", "madeAt", "id", "revision", "__proto__", "constructor" })
    void nothing_else_can_be_set_by_variables(String field) {
        Map<String, Object> input = new LinkedHashMap<>(Map.of("changes", List.of(source("More"))));
        input.put(field, "root");
        assertThat(send(input).at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(send(Map.of("changes", List.of(Map.of("source", Map.of("set", Map.of("title", "More", "kind", "OTHER",
                field, "root")))))).at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(strings = { "organization:xiaomi", "source:new", "organization:", "person:", "person:person:lei-jun",
            "person:organization:xiaomi" })
    void an_id_of_another_type_is_refused(String id) {
        String latest = Editor.ask(LATEST).toString();
        JsonNode set = send(Map.of("citing", List.of(Map.of("source", "whu-xiaomi-joint-laboratory")), "changes",
                List.of(Map.of("person", Map.of("id", id, "set", Map.of("name", "Stolen"))))));
        isUnderstood(set);
        assertThat(set.at("/data/edit/problems")).as(set.toString()).isNotEmpty();
        assertThat(Editor.ask(LATEST)).hasToString(latest);
    }

    @ParameterizedTest
    @ValueSource(strings = { "edit:0", "edit:1", "dataset:footnote", "citation:1", "nobody", "" })
    void what_is_no_record_cannot_be_deleted(String id) {
        Editor.createSource("Something to revert");
        JsonNode answer = send(Map.of("changes", List.of(Map.of("delete", Map.of("id", id, "cascade", true)))));
        isUnderstood(answer);
        assertThat(answer.at("/data/edit/problems/0/code").asText()).as(answer.toString()).isIn("NOT_FOUND", "INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain",
            "application/graphql", "text/plain; x=application/json", "application/json; charset=utf-16" })
    void what_a_form_of_another_site_can_send_is_not_executed(String type) throws Exception {
        String latest = Editor.ask(LATEST).toString();
        for (String path : List.of("/graphql", "/graphql.csv")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                    .header("Authorization", "Bearer " + AllowedCallers.EDITOR).header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(Door.text(Map.of("query", CREATE)))).build();
            assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).as(path)
                    .isEqualTo(415);
        }
        assertThat(Editor.ask(LATEST)).hasToString(latest);
    }

    @Test
    void no_door_for_reading_changes_anything() throws InterruptedException {
        String latest = Editor.ask(LATEST).toString();
        String query = "/graphql?query=mutation%7Brevert(edit:%22edit:1%22)%7Bedit%7Bid%7D%7D%7D";
        for (String accept : List.of("*/*", "text/event-stream", "text/csv", "text/html")) {
            assertThat(given().urlEncodingEnabled(false).header("Authorization", "Bearer " + AllowedCallers.EDITOR)
                    .accept(accept).get(query).asString()).as(accept).doesNotContain("\"data\":{");
        }
        assertThat(given().header("Authorization", "Bearer " + AllowedCallers.EDITOR).contentType("application/json")
                .body(Door.text(Map.of("query", CREATE))).post("/graphql.csv").statusCode()).isEqualTo(400);
        for (String payload : List.of("{}", "{\"Authorization\":\"Bearer " + AllowedCallers.READER + "\"}")) {
            try (Client client = new Client("graphql-transport-ws")) {
                client.say("{\"type\":\"connection_init\",\"payload\":" + payload + "}");
                assertThat(client.hear()).contains("connection_ack");
                client.ask("1", CREATE, Map.of());
                assertThat(client.hear()).containsAnyOf("UNAUTHENTICATED", "FORBIDDEN");
            }
        }
        Response events = given().accept("text/event-stream").contentType("application/json")
                .body(Door.text(Map.of("query", CREATE))).post("/graphql");
        assertThat(events.asString()).contains("UNAUTHENTICATED");
        assertThat(Editor.ask(LATEST)).hasToString(latest);
    }

    @Test
    void huge_edits_are_refused_and_large_texts_understood() {
        String random = new Random(7).ints(60_000, 'a', 'z').collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
        List<Object> many = new ArrayList<>(IntStream.range(0, 501).mapToObj(i -> Map.of("delete", Map.of("id", "a" + i)))
                .toList());
        try (Logged logged = new Logged()) {
            assertThat(send(Map.of("changes", many)).at("/data/edit/problems/0/code").asText()).isEqualTo("TOO_LARGE");
            for (String place : List.of("summary", "key", "title", "id", "source", "locator", "quote", "note", "published")) {
                isUnderstood(send(placed(place, random)));
            }
            assertThat(send(placed("summary", random + random)).at("/errors/0/extensions/code").asText())
                    .isEqualTo("TOO_COMPLEX");
            assertThat(Editor.send(AllowedCallers.EDITOR, EDIT, Map.of("input", placed("summary", random.repeat(5))))
                    .statusCode()).isEqualTo(413);
            assertThat(logged.stacks()).isEmpty();
        }
    }
}
