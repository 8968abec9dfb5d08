package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

/** Hostile arguments must neither cause internal errors nor reveal internal details. */
@QuarkusTest
class HostileValuesTest {

    private static final Map<String, Object> NULL = Collections.singletonMap("it", null);

    @Test
    void a_condition_whose_variable_is_null_in_spite_of_its_default_is_refused() {
        faulted("query($it: Boolean = true) { __typename @skip(if: $it) }", NULL);
        faulted("query($it: Boolean = true) { dataset { slug @include(if: $it) } }", NULL);
    }

    @Test
    void an_argument_whose_variable_is_null_in_spite_of_its_default_is_refused() {
        faulted("query($it: String = \"x\") { financialReports { nodes { value(metric: $it) } } }", NULL);
        faulted("query($it: ID = \"x\") { node(id: $it) { id } }", NULL);
    }

    @Test
    void a_wrong_argument_beside_a_question_about_the_schema_is_refused_as_any_other() {
        faulted("{ __schema { description } people(first: 101) { totalCount } }", Map.of());
        faulted("{ people(after: \"nonsense\") { totalCount } __type(name: \"Person\") { name } }", Map.of());
    }

    @Test
    void a_character_that_no_database_holds_is_refused() {
        for (String hostile : new String[] { "\u0000", "a\u0000b", "\ud800", "\udc00x" }) {
            Map<String, Object> it = Map.of("it", "person:" + hostile);
            for (String operator : new String[] { "eq", "not", "lt", "contains", "startsWith" }) {
                faulted("query($it: String!) { people(filter: {not: {name: {" + operator + ": $it}}}) { totalCount } }", it);
            }
            faulted("query($it: String!) { people(filter: {or: [{name: {in: [$it]}}]}) { totalCount } }", it);
            faulted("query($it: ID!) { node(id: $it) { id } }", it);
            faulted("query($it: ID!) { nodes(ids: [$it]) { id } }", it);
            faulted("query($it: ID!) { person(by: {slug: $it}) { id } }", it);
            faulted("query($it: ID!) { person(by: {id: $it}) { id } }", it);
            faulted("query($it: String!) { financialReports { nodes { value(metric: $it) } } }", it);
            faulted("query($it: String!) { people(after: $it) { totalCount } }", it);
            faulted("query($it: String!) { search(text: $it) { nodes { __typename } } }", it);
            faulted("query($it: ID!) { path(from: $it, to: \"person:lei-jun\") { __typename } }", it);
            faulted("query($it: ID!) { path(from: \"person:lei-jun\", to: $it) { __typename } }", it);
        }
    }

    @Test
    void sql_wildcards_are_plain_text() {
        for (String hostile : new String[] { "'", "';--", "%", "_", "!", "!%", "\\", "? ", "' OR 1=1" }) {
            for (String operator : new String[] { "eq", "contains", "startsWith" }) {
                String document = "query($it: String!) { people(filter: {name: {" + operator + ": $it}}) { totalCount } }";
                int count = operator.equals("eq") || !hostile.isBlank() ? 0 : 14;
                assertThat(Door.tree(Door.ask(document, Map.of("it", hostile))).at("/data/people/totalCount").asInt(-1))
                        .as(operator + hostile).isEqualTo(count);
            }
        }
    }

    @Test
    void an_empty_text_is_contained_in_every_text() {
        assertThat(Door.plain(Door.ask("""
                {
                  a: people(filter: {name: {contains: ""}}) { totalCount }
                  b: people(filter: {name: {startsWith: ""}}) { totalCount }
                  c: people(filter: {hometown: {contains: ""}}) { totalCount }
                }""")))
                .isEqualTo("{\"data\":{\"a\":{\"totalCount\":14},\"b\":{\"totalCount\":14},\"c\":{\"totalCount\":1}}}");
    }

    @Test
    void a_list_of_as_many_values_as_a_request_can_hold_is_searched_or_refused() {
        String answer = Door.ask("query($it: [Int!]) { people(filter: {number: {in: $it}}) { totalCount } }",
                Map.of("it", Collections.nCopies(120_000, 1)));
        assertThat(answer).doesNotContain("INTERNAL");
    }

    @Test
    void a_number_of_a_billion_digits_is_refused_before_it_is_written_out() {
        faulted("{ figures(filter: {value: {gt: 1e999999999}}) { totalCount } }", Map.of());
        faulted("{ figures(filter: {value: {gt: 1e-999999999}}) { totalCount } }", Map.of());
    }

    private static void faulted(String document, Map<String, Object> variables) {
        String answer = Door.ask(document, variables);
        assertThat(Door.tree(answer).at("/errors/0/extensions").toString()).as(answer)
                .isIn("{\"code\":\"BAD_USER_INPUT\"}", "{\"code\":\"VALIDATION_FAILED\"}");
        assertThat(answer).doesNotContain("Exception", "Fault[");
    }
}
