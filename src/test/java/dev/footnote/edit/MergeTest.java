package dev.footnote.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.http.AllowedCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Two records that are the same become one, and the id of the other leads to it. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class MergeTest {

    private static final String MERGE = """
            mutation($into: ID!, $from: ID!, $dryRun: Boolean) {
              merge(into: $into, from: $from, summary: "The same", dryRun: $dryRun) {
                edit { id kind created updated deleted }
                diff { id action }
                problems { code message path }
              }
            }""";

    @Test
    void what_refers_to_the_one_refers_to_the_other() {
        create("zhao", "zhao-wei", "Zhao Wei", "\"hometown\": \"Xi'an\"");
        create("zhao", "wei-zhao", "Wei Zhao", "\"summary\": \"A clerk\"");
        edit("""
                {"affiliation": {"id": "zhao-1", "set": {"person": "wei-zhao", "organization": "xiaomi", "kind": "STAFF",
                  "title": "Clerk"}}},
                {"name": {"id": "zhao-name", "set": {"person": "wei-zhao", "text": "赵伟", "kind": "TRANSLATION"}}}""");
        JsonNode payload = merge("person:zhao-wei", "person:wei-zhao", false);
        assertThat(payload.get("problems")).isEmpty();
        assertThat(payload.at("/edit/kind").asText()).isEqualTo("MERGE");
        JsonNode person = person("zhao-wei");
        assertThat(person.at("/name").asText()).isEqualTo("Zhao Wei");
        assertThat(person.at("/names/nodes").findValuesAsText("text")).containsExactlyInAnyOrder("赵伟", "Wei Zhao");
        assertThat(person.at("/affiliations/nodes/0/title").asText()).isEqualTo("Clerk");
        assertThat(Editor.ask("{ people(filter: {name: {eq: \"Wei Zhao\"}}) { totalCount } }").at("/people/totalCount").asInt())
                .isZero();
        assertThat(Editor.ask("{ person(by: {name: \"Wei Zhao\"}) { slug } }").at("/person/slug").asText())
                .isEqualTo("zhao-wei");
    }

    @Test
    void the_old_id_leads_to_the_record_that_stays_over_several_merges() {
        create("chain", "chain-a", "Chain A", null);
        create("chain", "chain-b", "Chain B", null);
        create("chain", "chain-c", "Chain C", null);
        assertThat(merge("person:chain-b", "person:chain-a", false).get("problems")).isEmpty();
        assertThat(merge("person:chain-c", "person:chain-b", false).get("problems")).isEmpty();
        assertThat(person("chain-a").get("slug").asText()).isEqualTo("chain-c");
        JsonNode nodes = Editor
                .ask("""
                        { node(id: "person:chain-a") { id }
                          nodes(ids: ["person:chain-b", "person:chain-c", "person:nobody"]) { id ... on Person { names { totalCount } } } }""");
        assertThat(nodes.at("/node/id").asText()).isEqualTo("person:chain-c");
        assertThat(nodes.at("/nodes/0/id").asText()).isEqualTo("person:chain-c");
        assertThat(nodes.at("/nodes/0/names/totalCount").asInt()).isEqualTo(2);
        assertThat(nodes.at("/nodes/1/id").asText()).isEqualTo("person:chain-c");
        assertThat(nodes.at("/nodes/2").isNull()).isTrue();
        JsonNode created = Editor.edit("{\"changes\": [{\"person\": {\"id\": \"chain-a\", \"set\": {\"name\": \"A\"}, "
                + CITING + "}}]}");
        assertThat(created.at("/problems/0/message").asText()).contains("merged into person:chain-b");
        JsonNode again = merge("person:chain-c", "person:chain-a", false);
        assertThat(again.at("/problems/0/code").asText()).isEqualTo("NOT_FOUND");
        assertThat(again.at("/problems/0/message").asText()).contains("merged into person:chain-b");
    }

    @Test
    void a_fact_that_both_have_is_kept_once_with_the_sources_of_both() {
        create("twice", "twice-a", "Twice A", null);
        create("twice", "twice-b", "Twice B", null);
        edit("""
                {"source": {"id": "twice-source", "set": {"kind": "OTHER", "title": "Another source"}}},
                {"affiliation": {"id": "twice-1", "set": {"person": "twice-a", "organization": "xiaomi", "kind": "STAFF",
                  "title": "Clerk"}}},
                {"affiliation": {"id": "twice-2", "set": {"person": "twice-b", "organization": "xiaomi", "kind": "STAFF",
                  "title": "Clerk"}, "citing": [{"source": "twice-source"}]}}""");
        assertThat(merge("person:twice-a", "person:twice-b", false).get("problems")).isEmpty();
        JsonNode roles = Editor
                .ask("""
                        { person(by: {slug: "twice-a"}) { affiliations { nodes { slug citations { nodes { source { slug } } } } } } }""")
                .at("/person/affiliations/nodes");
        assertThat(roles).hasSize(1);
        assertThat(roles.at("/0/slug").asText()).isEqualTo("twice-1");
        assertThat(roles.findValuesAsText("slug")).contains("twice-source", "whu-xiaomi-joint-laboratory");
    }

    @Test
    void a_merge_can_be_taken_back() {
        create("back", "back-a", "Back A", null);
        create("back", "back-b", "Back B", "\"hometown\": \"Brno\"");
        edit("""
                {"affiliation": {"id": "back-1", "set": {"person": "back-b", "organization": "xiaomi", "kind": "STAFF",
                  "title": "Clerk"}}}""");
        JsonNode before = both();
        JsonNode merged = merge("person:back-a", "person:back-b", false);
        assertThat(both()).isNotEqualTo(before);
        JsonNode reverted = Door.tree(Editor.send(AllowedCallers.EDITOR, "mutation($edit: ID!) { revert(edit: $edit)"
                + " { problems { message } } }", Map.of("edit", merged.at("/edit/id").asText())).asString());
        assertThat(reverted.at("/data/revert/problems")).isEmpty();
        assertThat(both()).isEqualTo(before);
    }

    private static JsonNode both() {
        String fields = "{ id name hometown names { nodes { text } } affiliations { nodes { slug } } citations { totalCount } }";
        return Editor.ask("{ a: person(by: {slug: \"back-a\"}) " + fields + " b: person(by: {slug: \"back-b\"}) " + fields
                + " }");
    }

    @Test
    void what_cannot_be_merged_is_told_and_nothing_is_written() {
        create("wrong", "wrong-a", "Wrong A", null);
        assertThat(merge("person:wrong-a", "person:wrong-a", false).at("/problems/0/message").asText()).contains("same record");
        assertThat(merge("person:wrong-a", "organization:xiaomi", false).at("/problems/0/message").asText())
                .contains("organization:xiaomi is no Person");
        assertThat(merge("person:wrong-a", "person:none", false).at("/problems/0/code").asText()).isEqualTo("NOT_FOUND");
        assertThat(merge("wrong-a", "citation:1", false).get("problems")).hasSize(2);
        create("wrong", "wrong-b", "Wrong B", null);
        JsonNode dry = merge("person:wrong-a", "person:wrong-b", true);
        assertThat(dry.get("problems")).isEmpty();
        assertThat(dry.get("diff").toString()).contains("{\"id\":\"person:wrong-b\",\"action\":\"DELETED\"}");
        assertThat(person("wrong-b").get("slug").asText()).isEqualTo("wrong-b");
        assertThat(Editor.send(AllowedCallers.READER, MERGE, Map.of("into", "person:wrong-a", "from", "person:wrong-b"))
                .statusCode()).isEqualTo(403);
    }

    @Test
    void records_that_are_related_to_each_other_are_told() {
        edit("""
                {"organization": {"id": "merge-x", "set": {"kind": "COMPANY", "name": "Merge X"}}},
                {"organization": {"id": "merge-y", "set": {"kind": "COMPANY", "name": "Merge Y"}}},
                {"organizationLink": {"id": "merge-link", "set": {"organization": "merge-x", "target": "merge-y", "kind": "COMPETITOR_OF"}}}""");
        JsonNode payload = merge("organization:merge-x", "organization:merge-y", false);
        assertThat(payload.at("/problems/0/message").asText()).contains("organization_link:merge-link relates the two records");
    }

    private static final String CITING = "\"citing\": [{\"source\": \"whu-xiaomi-joint-laboratory\"}]";

    private static void create(String summary, String id, String name, String more) {
        edit("{\"person\": {\"id\": \"%s\", \"set\": {\"name\": \"%s\"%s}}}".formatted(id, name,
                more == null ? "" : ", " + more));
    }

    private static void edit(String changes) {
        assertThat(Editor.edit("{" + CITING + ", \"changes\": [" + changes + "]}").get("problems")).isEmpty();
    }

    private static JsonNode merge(String into, String from, boolean dryRun) {
        return Door.tree(Editor.send(AllowedCallers.EDITOR, MERGE, Map.of("into", into, "from", from, "dryRun", dryRun))
                .asString()).at("/data/merge");
    }

    private static JsonNode person(String slug) {
        return Editor.ask("{ person(by: {slug: \"" + slug + "\"}) { slug name names { nodes { text } }"
                + " affiliations { nodes { title } } } }").get("person");
    }
}
