package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

/** Promises in the descriptions of the schema hold. */
@QuarkusTest
class IntrospectionTest {

    @Test
    void scalars_name_their_specification() {
        JsonNode types = Door.data("{ __schema { types { name kind specifiedByURL } } }").at("/__schema/types");
        assertThat(types).filteredOn(type -> type.get("kind").asText().equals("SCALAR"))
                .filteredOn(type -> !type.get("name").asText().matches("Int|String|Boolean|ID|Float"))
                .hasSizeGreaterThan(5)
                .allSatisfy(type -> assertThat(type.get("specifiedByURL").asText()).startsWith("https://"));
    }

    @Test
    void an_input_of_which_one_key_is_needed_says_so() {
        JsonNode types = Door.data("{ __schema { types { name kind isOneOf } } }").at("/__schema/types");
        assertThat(types).filteredOn(type -> type.get("isOneOf").asBoolean())
                .allSatisfy(type -> assertThat(type.get("name").asText()).matches(".*(By|Order|Having|ChangeInput)"))
                .hasSizeGreaterThan(5);
    }

    @Test
    void plain_questions_about_several_types_are_answered() {
        JsonNode answer = Door.data("""
                {
                  a: __type(name: "Person") { name fields { name type { name ofType { fields { name } } } } }
                  b: __type(name: "Organization") { name interfaces { name fields { name } } }
                  one: __schema { queryType { name } }
                  two: __schema { types { name } }
                }""");
        assertThat(answer.at("/a/name").asText()).isEqualTo("Person");
        assertThat(answer.at("/b/name").asText()).isEqualTo("Organization");
        assertThat(answer.at("/two/types")).hasSizeGreaterThan(100);
        assertThat(answer.at("/a/fields")).anySatisfy(field -> assertThat(field.at("/type/ofType/fields")).isNotEmpty());
    }

    @Test
    void introspection_beyond_the_limit_is_refused_with_the_limit() {
        String filters = "name";
        for (int i = 0; i < 8; i++) {
            filters = "inputFields { type { ofType { name } " + filters + " } }";
        }
        for (String one : List.of("__type(name: \"PersonFilter\") { %s }", "__type(name: $type) { %s }",
                "__schema { types { %s } }", "__schema { queryType { fields { args { type { %s } } } } }")) {
            JsonNode error = Door.tree(Door.ask("query($type: String!) { " + one.formatted(filters) + " a: __type(name: $type)"
                    + " { name } }", Map.of("type", "Query"))).at("/errors/0");
            assertThat(error.at("/extensions/code").asText()).isEqualTo("TOO_COMPLEX");
            assertThat(error.get("message").asText()).contains("200000 values of the schema");
        }
    }

    @Test
    void every_deprecation_has_a_reason() {
        JsonNode types = Door.data("""
                { __schema { types {
                  fields(includeDeprecated: true) { isDeprecated deprecationReason }
                  enumValues(includeDeprecated: true) { isDeprecated deprecationReason }
                } } }""").at("/__schema/types");
        for (JsonNode type : types) {
            for (String list : new String[] { "fields", "enumValues" }) {
                type.get(list).forEach(one -> assertThat(one.get("isDeprecated").asBoolean())
                        .isEqualTo(one.get("deprecationReason").isTextual()));
            }
        }
    }

    @Test
    void a_variable_of_a_whole_number_may_have_a_point_but_no_fraction() {
        String document = "query($it: Int) { people(first: $it) { nodes { slug } } }";
        assertThat(Door.tree(Door.ask(document, Map.of("it", 1.0))).at("/data/people/nodes")).hasSize(1);
        assertThat(Door.tree(Door.ask(document, Map.of("it", 1.5))).has("errors")).isTrue();
    }
}
