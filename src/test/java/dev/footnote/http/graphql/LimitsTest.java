package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.query.QueryLimits;
import io.quarkus.test.junit.QuarkusTest;

/** For every limit, a request at the limit is answered, and one just over it is refused. */
@QuarkusTest
class LimitsTest {

    @Inject
    QueryLimits limits;

    @Test
    void bytes_of_a_document() {
        within("{ __typename }" + " ".repeat(limits.documentBytes() - 14));
        over("{ __typename }" + " ".repeat(limits.documentBytes() - 13), "bytes");
        over("{ __typename } #" + "\u96f7".repeat(limits.documentBytes() / 3), "bytes");
    }

    @Test
    void tokens_of_a_document() {
        String refused = "{ __typename } " + "fragment a on Query { __typename } ".repeat(limits.documentTokens() / 7 + 1);
        over(refused, "tokens");
        within("{ organizations(filter: {slug: {in: [%s]}}) { totalCount } }"
                .formatted("\"a\" ".repeat(limits.documentTokens() - 21)));
        over("{ organizations(filter: {slug: {in: [%s]}}) { totalCount } }"
                .formatted("\"a\" ".repeat(limits.documentTokens() + 1)), "tokens");
    }

    @Test
    void levels_of_fields() {
        within(nested(limits.depth()));
        over(nested(limits.depth() + 1), "levels of fields");
        String fragments = "{ ...a } fragment a on Query { " + nested(limits.depth() + 1).substring(1);
        over(fragments, "levels of fields");
        over(nested(100), "levels of fields");
        over(nested(2000), "nested");
    }

    /** A lookup, and its parent's parent's parent. */
    private static String nested(int depth) {
        return "{ initiative(by: {slug: \"a\"}) { " + "parent { ".repeat(depth - 2) + "id" + " }".repeat(depth);
    }

    @Test
    void fragments_within_each_other() {
        within(chain(limits.depth()));
        over(chain(limits.depth() + 1), "fragments within each other");
        over(chain(limits.depth() + 2).replace("{ ...f1 }", "{ __typename }"), "fragments within each other");
    }

    private static String chain(int length) {
        return "{ ...f1 } " + IntStream.range(1, length)
                .mapToObj(i -> "fragment f%d on Query { ...f%d } ".formatted(i, i + 1))
                .collect(Collectors.joining()) + "fragment f%d on Query { __typename }".formatted(length);
    }

    @Test
    void fields_under_another_name() {
        within(aliases(limits.aliases()));
        over(aliases(limits.aliases() + 1), "under another name");
    }

    private static String aliases(int number) {
        return "{ topics { nodes {" + names("a%d: id ", number) + "} } }";
    }

    @Test
    void fields_of_the_query_type() {
        within("{" + names("a%d: __typename ", limits.rootFields()) + "}");
        over("{" + names("a%d: __typename ", limits.rootFields() + 1) + "}", "of the query type");
    }

    @Test
    void directives() {
        within("{ __typename " + "... @include(if: true) { a: __typename } ".repeat(10) + "}");
        within("{ topics { nodes { " + "... @include(if: true) { id } ".repeat(limits.directives()) + "} } }");
        over("{ topics { nodes { " + "... @include(if: true) { id } ".repeat(limits.directives() + 1) + "} } }", "directives");
        over("{ __typename " + "@a".repeat(limits.directives() + 1) + " }", "directives");
    }

    @Test
    void the_same_field_over_and_over() {
        within("{ " + "__typename ".repeat(limits.repeats()) + "}");
        over("{ " + "__typename ".repeat(limits.repeats() + 1) + "}", "times in one selection");
    }

    @Test
    void fields_with_all_fragments_in_their_places() {
        int each = 20;
        String fragment = " fragment f on Topic { " + names("a%d: id ", each) + "}";
        int spreads = (limits.fields() - 2) / each;
        within("{ topics { nodes { " + "...f ".repeat(spreads - 1) + "} } }" + fragment);
        over("{ topics { nodes { " + "...f ".repeat(spreads + 1) + "} } }" + fragment, "fields with all fragments");
    }

    @Test
    void exponential_fragments_are_counted_without_expansion() {
        String bomb = "{ ...f0 } " + IntStream.range(0, 60)
                .mapToObj(i -> "fragment f%d on Query { ...f%d ...f%d } ".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining()) + "fragment f60 on Query { __typename }";
        long begun = System.nanoTime();
        over(bomb, "fields with all fragments");
        assertThat(System.nanoTime() - begun).isLessThan(2_000_000_000L);
    }

    @Test
    void digits_of_a_number() {
        String document = "{ figures(filter: {value: {gt: %s}}) { totalCount } }";
        within(document.formatted("1" + "0".repeat(20)));
        over(document.formatted("1" + "0".repeat(200)), "digits");
        over(document.formatted("1." + "0".repeat(40_000) + "1"), "digits");
    }

    @Test
    void records_on_a_page() {
        within("{ people(first: %d) { nodes { id } } }".formatted(limits.page()));
        refused(Http.ask("{ people(first: %d) { nodes { id } } }".formatted(limits.page() + 1)), "BAD_USER_INPUT",
                "is " + (limits.page() + 1));
    }

    @Test
    void cost_of_a_request() {
        // 100 organizations, 100 members of each with the person joined, 100 roles of each of those, and n citations of each
        String document = "{ organizations(first: 100) { nodes { members(first: 100) { nodes { person {"
                + " affiliations(first: 100) { nodes { citations(first: %d) { nodes { id } } } } } } } } } }";
        int most = (limits.cost() - 1_020_100) / 1_000_000;
        within(document.formatted(most));
        over(document.formatted(most + 1), "may cost");
        over("{ organizations(first: 100) { nodes { " + "members(first: 100) { nodes { organization { ".repeat(5) + "id"
                + " } } }".repeat(5) + " } } }", "may cost");
    }

    @Test
    void introspection_values() {
        over("{ __schema { types " + "{ inputFields { type ".repeat(9) + "{ name }" + " } }".repeat(9) + " } }",
                "200000 values of the schema");
        within("{ a: __schema { types { name fields { type { name } } } } b: __schema { types { name } } }");
    }

    @Test
    void bytes_of_variables() {
        String body = "{\"query\":\"query($it: String) { people(filter: {name: {eq: $it}}) { totalCount } }\",\"variables\":{\"it\":\"%s\"}}";
        int most = limits.variablesBytes() - "{\"it\":\"\"}".length();
        assertThat(Http.post(body.formatted("x".repeat(most))).body()).startsWith("{\"data\"");
        refused(Http.post(body.formatted("x".repeat(most + 1))), "TOO_COMPLEX", "variables have");
    }

    @Test
    void levels_of_a_request_body() {
        String body = "{\"query\":\"query($it: PersonFilter) { people(filter: $it) { totalCount } }\",\"variables\":{\"it\":%s}}";
        int most = limits.nesting() - 2;
        assertThat(Http.post(body.formatted("{\"not\":".repeat(most - 1) + "{}" + "}".repeat(most - 1))).body())
                .startsWith("{\"data\"");
        refused(Http.post(body.formatted("{\"not\":".repeat(most) + "{}" + "}".repeat(most))), "BAD_REQUEST", "nested");
        refused(Http.post(body.formatted("[".repeat(100_000))), "BAD_REQUEST", "nested");
    }

    @Test
    void bytes_of_a_request() {
        int most = 262_144;
        String body = "{\"query\":\"{__typename}\"%s}";
        String padding = " ".repeat(most - body.length() + 2);
        assertThat(Http.post(body.formatted(padding)).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = Http.post(body.formatted(padding + " "));
        assertThat(answer.statusCode()).isEqualTo(413);
        refused(answer, "BAD_REQUEST", "larger than " + most);
    }

    @Test
    void requests_in_one_body() {
        String request = "{\"query\":\"{__typename}\"}";
        assertThat(Http.post("[" + request + "]").body()).isEqualTo("[{\"data\":{\"__typename\":\"Query\"}}]");
        refused(Http.post("[" + request + "," + request + "]"), "BAD_REQUEST", "more requests");
    }

    @Test
    void a_large_document_of_a_real_client_is_executed() {
        String selection = "id slug name kind country city founded website status summary";
        within("query Dashboard { " + IntStream.range(0, 12)
                .mapToObj(i -> "q%d: organizations(first: 50, offset: %d) { nodes { "
                        .formatted(i, i * 50) + selection
                        + " members(first: 20) { nodes { title person { name } } } } pageInfo { endCursor } }")
                .collect(Collectors.joining(" ")) + " }");
    }

    private static String names(String name, int number) {
        return IntStream.range(0, number).mapToObj(name::formatted).collect(Collectors.joining());
    }

    private static void within(String document) {
        HttpResponse<String> answer = Http.ask(document);
        assertThat(answer.body()).as(shortened(document)).startsWith("{\"data\"");
    }

    private static void over(String document, String words) {
        refused(Http.ask(document, "Accept", "application/graphql-response+json"), "TOO_COMPLEX", words);
    }

    private static void refused(HttpResponse<String> answer, String code, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 499);
        assertThat(Http.code(answer)).as(answer.body()).isEqualTo(code);
        assertThat(Door.tree(answer.body()).at("/errors/0/message").asText()).contains(words);
        assertThat(Door.tree(answer.body()).has("data")).isFalse();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(200, text.length())) + Map.of("length", text.length());
    }
}
