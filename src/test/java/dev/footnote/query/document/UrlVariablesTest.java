package dev.footnote.query.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class UrlVariablesTest {

    @Inject
    DocumentCache documents;

    private Map<String, Object> read(String declared, Map<String, List<String>> parameters) {
        // every variable is used, because a document is valid only then
        String document = "query(" + declared + ") { " + USES.entrySet().stream()
                .filter(use -> declared.contains("$" + use.getKey() + ":")).map(Map.Entry::getValue)
                .reduce("", (one, other) -> one + " " + other) + " }";
        return documents.variables(documents.prepared(new GraphQLRequest(document, null, Map.of())), parameters);
    }

    private static final Map<String, String> USES = Map.of("size", "a: people(first: $size) { totalCount }",
            "yes", "b: __typename @include(if: $yes)", "id", "c: node(id: $id) { id }",
            "ids", "d: nodes(ids: $ids) { id }", "text", "e: people(filter: {name: {eq: $text}}) { totalCount }",
            "kind", "f: organizations(filter: {kind: {eq: $kind}}) { totalCount }",
            "numbers", "g: people(filter: {number: {in: $numbers}}) { totalCount }",
            "value", "h: figures(filter: {value: {gt: $value}}) { totalCount }",
            "filter", "i: figures(filter: $filter) { totalCount }",
            "kinds", "j: organizations(filter: {kind: {in: $kinds}}) { totalCount }");

    private Object one(String name, String type, String... texts) {
        return read("$" + name + ": " + type, Map.of(name, List.of(texts))).get(name);
    }

    private List<String> errors(String declared, Map<String, List<String>> parameters) {
        RequestException exception = catchThrowableOfType(RequestException.class, () -> read(declared, parameters));
        assertThat(exception.errors())
                .allSatisfy(error -> assertThat(error.code()).isEqualTo(RequestError.Code.BAD_USER_INPUT));
        return exception.errors().stream().map(RequestError::message).toList();
    }

    @Test
    void a_parameter_is_read_as_the_type_of_its_variable_says() {
        assertThat(one("size", "Int", "7")).isEqualTo(7);
        assertThat(one("yes", "Boolean!", "true")).isEqualTo(true);
        assertThat(one("id", "ID!", "7")).isEqualTo("7");
        assertThat(one("text", "String", "7")).isEqualTo("7");
        assertThat(one("text", "String!", "null")).isEqualTo("null");
        assertThat(one("kind", "OrganizationKind", "COMPANY")).isEqualTo("COMPANY");
        assertThat(one("value", "Decimal", "18.90")).isEqualTo("18.90");
        assertThat(one("filter", "FigureFilter", "{\"value\": {\"gt\": 18.90}}"))
                .isEqualTo(Map.of("value", Map.of("gt", new BigDecimal("18.90"))));
    }

    @Test
    void a_list_is_a_parameter_that_is_repeated_or_a_list_of_json() {
        assertThat(one("ids", "[ID!]!", "a", "b")).isEqualTo(List.of("a", "b"));
        assertThat(one("ids", "[ID!]!", "a")).isEqualTo(List.of("a"));
        assertThat(one("ids", "[ID!]!", "[\"a\", \"b\"]")).isEqualTo(List.of("a", "b"));
        assertThat(one("ids", "[ID!]!", "[]")).isEqualTo(List.of());
        assertThat(one("numbers", "[Int!]", "1", "2")).isEqualTo(List.of(1, 2));
        assertThat(one("numbers", "[Int!]", "[1, 2]")).isEqualTo(List.of(1, 2));
        assertThat(one("kinds", "[OrganizationKind!]", "COMPANY", "UNIVERSITY")).isEqualTo(List.of("COMPANY", "UNIVERSITY"));
    }

    @Test
    void an_empty_text_is_null_where_it_may_be() {
        assertThat(one("size", "Int", "")).isNull();
        assertThat(one("kind", "OrganizationKind", "")).isNull();
        assertThat(one("numbers", "[Int!]", "")).isNull();
        assertThat(one("filter", "FigureFilter", "")).isNull();
        assertThat(one("text", "String", "")).isEqualTo("");
        assertThat(one("id", "ID!", "")).isEqualTo("");
        assertThat(errors("$size: Int!", Map.of("size", List.of("")))).hasSize(1);
        assertThat(read("$size: Int", Map.of())).isEmpty();
    }

    @Test
    void all_mismatches_are_refused_at_once() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("size", List.of("seven"));
        parameters.put("sise", List.of("7"));
        parameters.put("yes", List.of("yes"));
        parameters.put("kind", List.of("COMPANIES"));
        parameters.put("text", List.of("a", "b"));
        parameters.put("filter", List.of("{value: 1}"));
        parameters.put("numbers", List.of("[1"));
        assertThat(errors("$size: Int $yes: Boolean! $kind: OrganizationKind $text: String $filter: FigureFilter "
                + "$numbers: [Int!] $id: ID!", parameters)).containsExactly(
                        "The document has no variable sise. It takes size, yes, kind, text, filter, numbers, id.",
                        "The parameter text is given 2 times, and is no list. Give it once.",
                        "The parameter filter is no JSON, or is nested too deeply. Write such as {\"key\": \"value\"}.",
                        "The parameter numbers is no JSON, or is nested too deeply. Write such as [1, 2].",
                        "The variable $size is \"seven\", which is not of type Int. Write a whole number from -2147483648 to "
                                + "2147483647, without quotes.",
                        "The variable $yes is \"yes\", which is not of type Boolean. Write true or false, without quotes.",
                        "The variable $kind is \"COMPANIES\", which is not a value of OrganizationKind. Did you mean COMPANY?",
                        "The variable $id is missing, and has no default. Give it a value.");
        assertThat(errors("$filter: FigureFilter", Map.of("filter", List.of("[".repeat(1000))))).hasSize(1);
        assertThat(errors("$filter: FigureFilter", Map.of("filter", List.of("{\"value\": {\"gt\": 1e999999999}}")))).hasSize(1);
        assertThat(errors("$size: Int", Map.of("size", List.of("1e999999999")))).hasSize(1);
        assertThat(errors("$size: Int", Map.of("size", List.of("{}")))).hasSize(1);
    }

    @Test
    void a_document_without_variables_says_so() {
        PreparedDocument prepared = documents.trusted("roles-of-lei-jun");
        RequestException exception = catchThrowableOfType(RequestException.class,
                () -> documents.variables(prepared, Map.of("x", List.of("y"))));
        assertThat(exception.errors()).extracting(RequestError::message)
                .containsExactly("The document has no variable x. It takes none.");
        assertThat(documents.variables(prepared, Map.of())).isEmpty();
    }
}
