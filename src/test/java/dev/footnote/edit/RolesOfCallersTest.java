package dev.footnote.edit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.http.AllowedCallers;
import dev.footnote.http.Management;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** Only editors and admins change anything. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class RolesOfCallersTest {

    private static final String CREATE = """
            mutation { edit(input: {changes: [{source: {set: {title: "%s", kind: OTHER}}}]})
              { edit { id } problems { message } } }""";
    private static final String REVERT = "mutation { revert(edit: \"edit:1\") { edit { id } problems { message } } }";

    private static String code(Response response) {
        return Door.tree(response.asString()).at("/errors/0/extensions/code").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = { CREATE, REVERT })
    void who_has_no_key_is_refused(String mutation) {
        Response response = Editor.send(null, mutation, Map.of());
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(code(response)).isEqualTo("UNAUTHENTICATED");
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"footnote\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { CREATE, REVERT })
    void a_reader_is_refused(String mutation) {
        Response response = Editor.send(AllowedCallers.READER, mutation, Map.of());
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(code(response)).isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(strings = { AllowedCallers.EXPIRED, "fnk_unknown", "fnk_" })
    void a_key_that_is_not_valid_is_refused_even_to_read(String key) {
        Response response = Editor.send(key, "{ __typename }", Map.of());
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(code(response)).isEqualTo("UNAUTHENTICATED");
        assertThat(response.asString()).doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(strings = { AllowedCallers.EDITOR, AllowedCallers.ADMIN })
    void editors_and_admins_may(String key) {
        Response response = Editor.send(key, CREATE.formatted(key.substring(4, 9)), Map.of());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Door.tree(response.asString()).at("/data/edit/edit/id").asText()).startsWith("edit:");
    }

    @Test
    void a_mutation_is_not_taken_by_get() {
        Response response = given().header("Authorization", "Bearer " + AllowedCallers.EDITOR).queryParam("query", REVERT)
                .get("/graphql");
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("POST");
    }

    @Test
    void a_mutation_in_a_batch_is_refused_alone() {
        Response response = given().contentType("application/json")
                .body(Door.text(List.of(Map.of("query", REVERT), Map.of("query", "{ __typename }")))).post("/graphql");
        JsonNode answers = Door.tree(response.asString());
        assertThat(answers.at("/0/errors/0/extensions/code").asText()).isEqualTo("UNAUTHENTICATED");
        assertThat(answers.at("/1/data/__typename").asText()).isEqualTo("Query");
    }

    @Test
    void a_caller_is_told_who_it_is() {
        String viewer = "{ viewer { name roles } dataset { slug } }";
        assertThat(Door.tree(Editor.send(AllowedCallers.EDITOR, viewer, Map.of()).asString()).at("/data/viewer").toString())
                .isEqualTo("{\"name\":\"eva\",\"roles\":[\"editor\",\"reader\"]}");
        assertThat(Door.tree(Editor.send(null, viewer, Map.of()).asString()).at("/data/viewer").isNull()).isTrue();
    }

    @Test
    void an_admin_key_opens_the_admin_api_and_an_editor_key_does_not() {
        assertThat(
                Management.given().header("Authorization", "Bearer " + AllowedCallers.ADMIN).get("/admin/status").statusCode())
                .isEqualTo(200);
        assertThat(
                Management.given().header("Authorization", "Bearer " + AllowedCallers.EDITOR).get("/admin/status").statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_a_key_is_answered_is_not_kept_for_others() {
        String url = "/graphql?query=%7B%20viewer%20%7B%20name%20%7D%20%7D";
        Response mine = given().urlEncodingEnabled(false).header("Authorization", "Bearer " + AllowedCallers.EDITOR).get(url);
        Response theirs = given().urlEncodingEnabled(false).header("If-None-Match", mine.header("ETag")).get(url);
        assertThat(mine.asString()).contains("eva");
        assertThat(theirs.statusCode()).isEqualTo(200);
        assertThat(theirs.asString()).doesNotContain("eva");
    }
}
