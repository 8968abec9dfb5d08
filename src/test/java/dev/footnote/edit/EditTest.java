package dev.footnote.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.http.AllowedCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** Records are created, changed, deleted and taken back by cited edits. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class EditTest {

    private static final String CITING = "\"citing\": [{\"source\": \"whu-xiaomi-joint-laboratory\", \"locator\": \"paragraph 3\"}]";

    @Test
    void the_answer_names_the_revision_that_has_the_edit() {
        String create = "mutation { edit(input: {key: \"revision-1\", summary: \"r\", changes: [{source: {set: {title: \"R\","
                + " kind: OTHER}}}]}) { edit { id } } }";
        String before = Editor.send(null, "{ __typename }", Map.of()).header("Footnote-Revision");
        String made = Editor.send(AllowedCallers.EDITOR, create, Map.of()).header("Footnote-Revision");
        assertThat(made).isNotNull().isNotEqualTo(before);
        assertThat(Editor.send(AllowedCallers.EDITOR, create, Map.of()).header("Footnote-Revision"))
                .as("of the same edit again").isEqualTo(made);
        assertThat(RestAssured.given().queryParam("query", "{ sources { totalCount } }").get("/graphql")
                .header("Footnote-Revision")).isEqualTo(made);
    }

    @Test
    void a_record_is_created_with_an_id_from_its_name() {
        JsonNode payload = Editor.edit("""
                {"summary": "A new person", %s,
                 "changes": [{"person": {"set": {"name": "Zoë 张伟 Novák", "hometown": "Brno"}}}]}""".formatted(CITING));
        assertThat(payload.get("problems")).isEmpty();
        assertThat(payload.at("/records/0/id").asText()).isEqualTo("person:zoe-zhang-wei-novak");
        assertThat(payload.at("/records/0/label").asText()).isEqualTo("Zoë 张伟 Novák");
        assertThat(payload.at("/edit/madeBy").asText()).isEqualTo("eva");
        assertThat(payload.at("/edit/changes/nodes/0/action").asText()).isEqualTo("CREATED");
        JsonNode person = Editor.ask("""
                { person(by: {slug: "zoe-zhang-wei-novak"}) { name hometown version
                  citations { nodes { locator source { slug } } } history { nodes { action edit { summary } } } } }""")
                .get("person");
        assertThat(person.get("hometown").asText()).isEqualTo("Brno");
        assertThat(person.at("/citations/nodes/0/locator").asText()).isEqualTo("paragraph 3");
        assertThat(person.at("/history/nodes/0/edit/summary").asText()).isEqualTo("A new person");
        JsonNode found = Editor.ask("{ search(query: \"zhang wei novak\") { nodes { node { id } } } }");
        assertThat(found.toString()).contains("person:zoe-zhang-wei-novak");
    }

    @Test
    void a_relation_gets_an_id_from_the_records_that_it_connects() {
        create("related", "Related");
        JsonNode payload = Editor.edit("""
                {"changes": [{"affiliation": {"set": {"person": "related", "organization": "xiaomi", "kind": "STAFF",
                  "title": "Clerk"}, %s}}]}""".formatted(CITING));
        assertThat(payload.at("/records/0/id").asText()).isEqualTo("affiliation:related-xiaomi");
    }

    @Test
    void records_of_one_edit_may_name_each_other() {
        JsonNode payload = Editor.edit("""
                {"changes": [
                  {"source": {"id": "letter", "set": {"kind": "OTHER", "title": "A letter"}}},
                  {"organization": {"id": "acme", "set": {"kind": "COMPANY", "name": "Acme", "founded": "1893-05"},
                    "citing": [{"source": "letter"}]}},
                  {"affiliation": {"id": "ann-acme", "set": {"person": "person:ann", "organization": "acme", "kind": "STAFF",
                    "title": "Engineer"}, "citing": [{"source": "letter", "field": "title"}]}},
                  {"person": {"id": "person:ann", "set": {"name": "Ann"}, "citing": [{"source": "source:letter"}]}}]}""");
        assertThat(payload.get("problems")).isEmpty();
        assertThat(payload.get("records")).hasSize(4);
        JsonNode person = Editor.ask("""
                { person(by: {slug: "ann"}) { affiliations { nodes { title organization { name founded } } } } }""")
                .get("person");
        assertThat(person.at("/affiliations/nodes/0/organization/founded").asText()).isEqualTo("1893-05");
    }

    @Test
    void all_problems_are_told_at_once_with_their_places() {
        JsonNode payload = Editor
                .edit("""
                        {"changes": [
                          {"person": {"id": "nobody", "set": {"hometown": "X"}, %1$s}},
                          {"affiliation": {"id": "a", "set": {"person": "missing", "organization": "xiaomi", "kind": "STAFF"}, %1$s}},
                          {"organization": {"id": "xiaomi", "set": {"city": "Wuhan"}}},
                          {"delete": {"id": "organization:none"}}]}"""
                        .formatted(CITING));
        assertThat(payload.get("edit").isNull()).isTrue();
        assertThat(payload.get("records")).isEmpty();
        assertThat(payload.get("problems").findValuesAsText("code")).contains("INVALID", "UNCITED", "NOT_FOUND");
        assertThat(payload.get("problems").toString()).contains("[\"changes\",\"0\",\"person\",\"set\",\"name\"]")
                .contains("[\"changes\",\"1\",\"affiliation\",\"set\",\"person\"]")
                .contains("[\"changes\",\"2\",\"organization\",\"citing\"]").contains("[\"changes\",\"3\",\"delete\",\"id\"]");
        assertThat(Editor.ask("{ organization(by: {slug: \"xiaomi\"}) { city } }").at("/organization/city").asText())
                .isEqualTo("Beijing");
    }

    @Test
    void an_edit_of_an_older_version_is_refused() {
        create("stale", "Stale");
        JsonNode first = Editor.edit("""
                {"changes": [{"person": {"id": "stale", "expect": 0, "set": {"hometown": "A"}, %s}}]}""".formatted(CITING));
        assertThat(first.get("problems")).isEmpty();
        JsonNode second = Editor.edit("""
                {"changes": [{"person": {"id": "stale", "expect": 0, "set": {"hometown": "B"}, %s}}]}""".formatted(CITING));
        assertThat(second.at("/problems/0/code").asText()).isEqualTo("CONFLICT");
        assertThat(second.at("/problems/0/current/id").asText()).isEqualTo("person:stale");
        assertThat(hometown("stale")).isEqualTo("A");
    }

    @Test
    void an_edit_that_is_sent_again_is_made_once() {
        String input = """
                {"key": "once", "changes": [{"person": {"set": {"name": "Once"}, %s}}]}""".formatted(CITING);
        JsonNode first = Editor.edit(input);
        JsonNode second = Editor.edit(input);
        assertThat(second.get("edit")).isEqualTo(first.get("edit"));
        assertThat(second.get("records")).isEqualTo(first.get("records"));
        assertThat(Editor.ask("{ people(filter: {name: {eq: \"Once\"}}) { totalCount } }").at("/people/totalCount").asInt())
                .isEqualTo(1);
        JsonNode other = Editor.edit(input.replace("Once", "Twice"));
        assertThat(other.at("/problems/0/path").toString()).isEqualTo("[\"key\"]");
    }

    @Test
    void a_dry_run_says_what_would_change_and_writes_nothing() {
        create("dry", "Dry");
        JsonNode payload = Editor.edit("""
                {"dryRun": true, "changes": [{"person": {"id": "dry", "set": {"hometown": "A"}, %s}}]}""".formatted(CITING));
        assertThat(payload.get("problems")).isEmpty();
        assertThat(payload.at("/diff/0/fields/0").toString())
                .isEqualTo("{\"field\":\"hometown\",\"before\":null,\"after\":\"A\"}");
        assertThat(payload.get("edit").isNull()).isTrue();
        assertThat(hometown("dry")).isEqualTo("null");
    }

    @Test
    void a_record_that_others_refer_to_is_deleted_only_with_them() {
        create("held", "Held");
        JsonNode held = Editor.edit("""
                {"changes": [{"affiliation": {"id": "held-xiaomi", "set": {"person": "held", "organization": "xiaomi",
                  "title": "Clerk", "kind": "STAFF"}, %s}}]}""".formatted(CITING));
        assertThat(held.get("problems")).isEmpty();
        JsonNode refused = Editor.edit("{\"changes\": [{\"delete\": {\"id\": \"person:held\"}}]}");
        assertThat(refused.at("/problems/0/message").asText()).contains("affiliation:held-xiaomi");
        JsonNode deleted = Editor.edit("{\"changes\": [{\"delete\": {\"id\": \"person:held\", \"cascade\": true}}]}");
        assertThat(deleted.get("problems")).isEmpty();
        assertThat(deleted.get("diff").findValuesAsText("id")).containsExactly("person:held", "affiliation:held-xiaomi");
        assertThat(Editor.ask("{ node(id: \"person:held\") { id } }").get("node").isNull()).isTrue();
    }

    @Test
    void a_deletion_is_taken_back_whole() {
        create("back", "Back");
        Editor.edit("""
                {"changes": [{"person": {"id": "back", "set": {"hometown": "A", "summary": "S"}, %s}}]}""".formatted(CITING));
        String state = "{ person(by: {slug: \"back\"}) { name hometown summary citations { nodes { locator source { slug } } } } }";
        JsonNode before = Editor.ask(state);
        String edit = Editor.edit("{\"changes\": [{\"delete\": {\"id\": \"person:back\"}}]}").at("/edit/id").asText();
        JsonNode payload = revert(edit);
        assertThat(payload.get("problems")).isEmpty();
        assertThat(Editor.ask(state)).isEqualTo(before);
    }

    @Test
    void an_edit_is_taken_back_unless_a_later_one_touched_the_same_field() {
        create("field", "Field");
        String first = change("field", "hometown", "A");
        String second = change("field", "summary", "S");
        assertThat(revert(first).get("problems")).isEmpty();
        assertThat(hometown("field")).isEqualTo("null");
        String third = change("field", "summary", "T");
        assertThat(revert(second).at("/problems/0/message").asText()).contains(third);
    }

    /** Changes one field, cited as before, so that nothing but the field changes. */
    private static String change(String slug, String field, String value) {
        return Editor.edit("""
                {"changes": [{"person": {"id": "%s", "set": {"%s": "%s"}, %s}}]}""".formatted(slug, field, value, CITING))
                .at("/edit/id").asText();
    }

    private static JsonNode revert(String edit) {
        return Door.tree(Editor.send(AllowedCallers.EDITOR,
                "mutation($edit: ID!) { revert(edit: $edit) { edit { id } problems { code message } } }", Map.of("edit", edit))
                .asString()).at("/data/revert");
    }

    private static void create(String slug, String name) {
        JsonNode payload = Editor.edit("""
                {"changes": [{"person": {"id": "%s", "set": {"name": "%s"}, %s}}]}""".formatted(slug, name, CITING));
        assertThat(payload.get("problems")).isEmpty();
    }

    private static String hometown(String slug) {
        return Editor.ask("{ person(by: {slug: \"" + slug + "\"}) { hometown } }").at("/person/hometown").asText();
    }
}
