package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class InvalidArgumentsTest {

    private static final Map<String, Object> NOTHING = Collections.singletonMap("it", null);

    @Test
    void a_text_that_was_never_a_cursor_is_refused() {
        refused("{ people(after: \"nonsense!\") { totalCount } }", Map.of(), "BAD_USER_INPUT",
                "\"nonsense!\" is not a cursor. Use one that a page of this list gave.");
        refused("{ people(before: \"\") { totalCount } }", Map.of(), "BAD_USER_INPUT", FOREIGN);
    }

    private static final String FOREIGN = "The cursor belongs to another list, order or filter. Use a cursor that this list "
            + "gave with the same orderBy and filter, or start at the first page.";

    @Test
    void a_cursor_of_another_list_order_or_filter_is_refused() {
        String cursor = Door.data("{ people(first: 1) { pageInfo { endCursor } } }").at("/people/pageInfo/endCursor").asText();
        assertThat(Door.data("{ people(first: 1, after: \"" + cursor + "\") { nodes { id } } }").at("/people/nodes"))
                .hasSize(1);
        for (String list : new String[] { "organizations(after: \"%s\")", "topics(before: \"%s\")",
                "people(after: \"%s\", orderBy: [{name: DESC}])", "people(after: \"%s\", filter: {name: {eq: \"x\"}})" }) {
            refused("{ " + list.formatted(cursor) + " { totalCount } }", Map.of(), "BAD_USER_INPUT", FOREIGN);
        }
    }

    @Test
    void a_page_is_never_larger_than_a_hundred_nor_smaller_than_none() {
        String rest = ". A page has 0 to 100 records; ask for the next ones with a cursor.";
        refused("{ people(first: 101) { totalCount } }", Map.of(), "BAD_USER_INPUT", "The argument first is 101" + rest);
        refused("{ people(first: -1) { totalCount } }", Map.of(), "BAD_USER_INPUT", "The argument first is -1" + rest);
        refused("{ people(last: 101) { totalCount } }", Map.of(), "BAD_USER_INPUT", "The argument last is 101" + rest);
        refused("query($it: Int) { people(last: $it) { totalCount } }", Map.of("it", -5), "BAD_USER_INPUT",
                "The argument last is -5" + rest);
        refused("{ people(offset: -1) { totalCount } }", Map.of(), "BAD_USER_INPUT", "The offset is -1. It is 0 or more.");
        refused("{ people(first: 1, last: 1) { totalCount } }", Map.of(), "BAD_USER_INPUT",
                "Both first and last are given. Give one of them.");
        refused("query($it: [ID!]!) { nodes(ids: $it) { id } }", Map.of("it", Collections.nCopies(101, "person:lei-jun")),
                "BAD_USER_INPUT", "101 ids are given. Give at most 100 at once.");
    }

    @Test
    void a_null_filter_is_refused_and_an_absent_one_selects_all() {
        String rest = " is null. Leave it out where it is not meant, or ask for {isNull: true}.";
        refused("{ people(filter: {name: null}) { totalCount } }", Map.of(), "BAD_USER_INPUT", "The filter's name" + rest);
        refused("{ people(filter: {not: {name: {eq: null}}}) { totalCount } }", Map.of(), "BAD_USER_INPUT",
                "The filter's name.eq" + rest);
        String document = "query($it: String) { people(filter: {name: {eq: $it}}) { totalCount } }";
        refused(document, NOTHING, "BAD_USER_INPUT", "The filter's name.eq" + rest);
        assertThat(Door.plain(Door.ask(document))).isEqualTo("{\"data\":{\"people\":{\"totalCount\":14}}}");
    }

    @Test
    void a_value_of_another_type_is_refused() {
        code("{ organizations(filter: {kind: {eq: COMPANIES}}) { totalCount } }", Map.of(), "VALIDATION_FAILED", "COMPANIES");
        code("query($it: OrganizationKind!) { organizations(filter: {kind: {eq: $it}}) { totalCount } }",
                Map.of("it", "COMPANIES"), "BAD_USER_INPUT", "COMPANIES");
        code("query($it: Int!) { people(first: $it) { totalCount } }", Map.of("it", "7"), "BAD_USER_INPUT", "Int");
        code("query($it: Int!) { people(first: $it) { totalCount } }", Map.of("it", 4294967297L), "BAD_USER_INPUT",
                "4294967297");
        code("query($it: Int!) { people(first: $it) { totalCount } }", Map.of(), "BAD_USER_INPUT",
                "The variable $it is missing");
        code("{ events(filter: {date: {before: \"2018-13\"}}) { totalCount } }", Map.of(), "VALIDATION_FAILED",
                "Write a year, a month or a day");
        code("query($it: PartialDate) { events(filter: {date: {before: $it}}) { totalCount } }", Map.of("it", "2018-02-30"),
                "BAD_USER_INPUT", "Write a year, a month or a day");
        code("{ figures(filter: {value: {gt: \"1,5\"}}) { totalCount } }", Map.of(), "VALIDATION_FAILED", "decimal number");
    }

    @Test
    void a_lookup_by_no_key_or_by_two_is_refused() {
        code("{ organization(by: {}) { id } }", Map.of(), "VALIDATION_FAILED", "Exactly one key");
        code("{ organization(by: {slug: \"a\", id: \"b\"}) { id } }", Map.of(), "VALIDATION_FAILED", "Exactly one key");
        String document = "query($it: OrganizationBy!) { organization(by: $it) { id } }";
        code(document, Map.of("it", Map.of("slug", "a", "id", "b")), "BAD_USER_INPUT", "Exactly one key");
        code(document, Map.of("it", NOTHING), "BAD_USER_INPUT", "OrganizationBy");
        code("{ people(orderBy: [{name: ASC, slug: ASC}]) { totalCount } }", Map.of(), "VALIDATION_FAILED", "Exactly one key");
    }

    @Test
    void an_impossible_global_id_is_refused_everywhere() {
        for (String id : new String[] { "xiaomi", "", "organization:", ":xiaomi", "company:xiaomi", "Organization:xiaomi" }) {
            for (String asked : new String[] { "node(id: $it) { id }", "nodes(ids: [\"person:lei-jun\", $it]) { id }",
                    "organization(by: {id: $it}) { id }" }) {
                code("query($it: ID!) { " + asked + " }", Map.of("it", id), "BAD_USER_INPUT", "\"" + id
                        + "\" is no global id. Write a kind, a colon and a slug, such as organization:xiaomi. The kinds are ");
            }
        }
        refused("{ organization(by: {id: \"person:lei-jun\"}) { id } }", Map.of(), "BAD_USER_INPUT",
                "The id \"person:lei-jun\" is of the kind person, and organization takes ids of the kind organization."
                        + " Ask node(id: \"person:lei-jun\").");
        assertThat(Door.plain(Door.ask("{ node(id: \"person:nobody\") { id } person(by: {id: \"person:nobody\"}) { id } }")))
                .isEqualTo("{\"data\":{\"node\":null,\"person\":null}}");
    }

    @Test
    void an_identifier_of_a_scheme_that_nothing_has_is_refused() {
        code("{ organization(by: {identifier: {scheme: LEI, value: \"nobody\"}}) { id } }", Map.of(), "BAD_USER_INPUT",
                "No Identifier has the scheme LEI.");
        code("{ person(by: {slug: \"person:lei-jun\"}) { id } }", Map.of(), "BAD_USER_INPUT",
                "It looks like a global id: write by: {id: \"person:lei-jun\"}.");
    }

    @Test
    void a_document_that_does_not_fit_is_refused_with_the_place() {
        code("{ people { nme } }", Map.of(), "VALIDATION_FAILED", "nme");
        code("{ people { ", Map.of(), "PARSE_FAILED", "ends before it is whole");
        code("mutation { a }", Map.of(), "VALIDATION_FAILED", "Mutation");
        code("query A { __typename } query B { __typename }", Map.of(), "BAD_REQUEST", "several operations");
        assertThat(Door.tree(Door.ask("{\n  people { nme }\n}")).at("/errors/0/locations").toString())
                .isEqualTo("[{\"line\":2,\"column\":12}]");
    }

    @Test
    void a_body_that_is_no_request_is_refused() {
        for (String body : new String[] { "", "{", "[]", "null", "\"x\"", "{\"query\": 5}", "{\"query\":\"{a}\"} x",
                "{\"query\":\"{__typename}\",\"variables\":[]}", "{\"query\":\"{__typename}\",\"operationName\":5}" }) {
            JsonNode answer = Door.tree(Door.post(body));
            assertThat(answer.at("/errors/0/extensions/code").asText()).as(body).isEqualTo("BAD_REQUEST");
            assertThat(answer.has("data")).isFalse();
        }
    }

    @Test
    void all_errors_of_all_arguments_are_reported_at_once() {
        JsonNode answer = Door.tree(Door.ask("{ people(first: 101) { totalCount } topics(last: -1) { totalCount } }"));
        assertThat(answer.get("errors")).hasSize(2).allSatisfy(
                error -> assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_USER_INPUT"));
    }

    /** One error, which says just that, and no data. */
    private static void refused(String document, Map<String, Object> variables, String code, String message) {
        JsonNode answer = Door.tree(Door.ask(document, variables));
        assertThat(answer.at("/errors/0/message").asText()).as(document).isEqualTo(message);
        code(document, variables, code, message);
    }

    /** One error, which says that among other things, and no data. */
    private static void code(String document, Map<String, Object> variables, String code, String part) {
        JsonNode answer = Door.tree(Door.ask(document, variables));
        assertThat(answer.get("errors")).as(document).hasSize(1);
        assertThat(answer.at("/errors/0/message").asText()).as(document).contains(part)
                .doesNotContain("Exception", "dev.footnote", "java.", "SELECT");
        assertThat(answer.at("/errors/0/extensions").toString()).as(document).isEqualTo("{\"code\":\"" + code + "\"}");
        assertThat(answer.has("data")).isFalse();
    }
}
