package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

/** Documents that are meant to be expensive, ambiguous, or to reveal internal details. */
@QuarkusTest
class HostileDocumentsTest {

    private static final Map<String, String> REFUSED = new LinkedHashMap<>();

    static {
        REFUSED.put("fields within fields", "{a".repeat(2000) + "}".repeat(2000));
        REFUSED.put("braces", "{".repeat(60_000));
        REFUSED.put("lists in lists", "{ nodes(ids: " + "[".repeat(2400) + "]".repeat(2400) + ") { id } }");
        REFUSED.put("types of lists of lists", "query($a: " + "[".repeat(2400) + "Int" + "]".repeat(2400) + ") { __typename }");
        REFUSED.put("filters in filters",
                "{ people(filter: " + "{not: ".repeat(800) + "{}" + "}".repeat(800) + ") { totalCount } }");
        REFUSED.put("a circle of two", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }");
        REFUSED.put("a fragment in itself", "{ ...a } fragment a on Query { ...a }");
        REFUSED.put("a circle of 300",
                "{ ...f0 }" + each(300, i -> " fragment f%d on Query {...f%d}".formatted(i, (i + 1) % 300)));
        REFUSED.put("a chain of 400", "{ ...f0 }" + each(400, i -> " fragment f%d on Query {...f%d}".formatted(i, i + 1))
                + " fragment f400 on Query { __typename }");
        REFUSED.put("a chain of 400 that nobody starts", "{ __typename }"
                + each(400, i -> " fragment f%d on Query {...f%d}".formatted(i, i + 1))
                + " fragment f400 on Query { __typename }");
        REFUSED.put("all fragments in all others", "{ ...f0 }" + each(35,
                i -> " fragment f" + i + " on Query {" + each(35, j -> "...f" + j + " ") + "}"));
        REFUSED.put("fragments that double, and end nowhere", "{ ...f0 }"
                + each(23, i -> " fragment f%d on Query {...f%d ...f%d}".formatted(i, i + 1, i + 1)));
        REFUSED.put("fragments that double in a circle", "{ ...f0 }"
                + each(22, i -> " fragment f%d on Query {...f%d ...f%d}".formatted(i, (i + 1) % 22, (i + 1) % 22)));
        REFUSED.put("fragments that nobody spreads",
                "{ __typename }" + each(650, i -> " fragment f" + i + " on Query { __typename }"));
        REFUSED.put("aliases", "{ topics { nodes {" + each(500, i -> " a" + i + ": id") + " } } }");
        REFUSED.put("the same field", "{" + " __typename".repeat(1000) + " }");
        REFUSED.put("directives", "{ __typename" + " @include(if: true)".repeat(1000) + " }");
        REFUSED.put("unknown directives", "{ __typename" + each(45, i -> " @x" + i) + " }");
        REFUSED.put("unknown fields", "{ people { nodes {" + each(1900, i -> " x" + i) + " } } }");
        REFUSED.put("unknown arguments", "{ people(" + each(1600, i -> " x" + i + ": 1") + ") { totalCount } }");
        REFUSED.put("one argument over and over", "{ people(" + " first: 1".repeat(1600) + ") { totalCount } }");
        REFUSED.put("unknown keys", "{ people(filter: {" + each(1500, i -> " x" + i + ": 1") + "}) { totalCount } }");
        REFUSED.put("one key over and over", "{ people(filter: {" + " name: {eq: \"a\"}".repeat(600) + "}) { totalCount } }");
        REFUSED.put("variables that nobody uses", "query(" + each(1200, i -> " $x" + i + ": Int") + ") { __typename }");
        REFUSED.put("operations without a name", "{ __typename } ".repeat(1200));
        REFUSED.put("operations and no telling which", each(600, i -> " query a" + i + " { __typename }"));
        REFUSED.put("fields that cannot be merged",
                "{ people { nodes {" + " ... { a: id } ... { a: name }".repeat(25) + " } } }");
        REFUSED.put("a long name", "{ " + "a".repeat(60_000) + " }");
        REFUSED.put("a long number", "{ people(first: " + "9".repeat(60_000) + ") { totalCount } }");
        REFUSED.put("a long decimal", "{ figures(filter: {value: {gt: " + "9".repeat(60_000) + "}}) { totalCount } }");
        REFUSED.put("a large exponent", "{ figures(filter: {value: {gt: 1e400}}) { totalCount } }");
        REFUSED.put("many long numbers",
                "{ people(filter: {number: {in: [" + ("9".repeat(1000) + " ").repeat(60) + "]}}) { totalCount } }");
        REFUSED.put("a text without an end", "{ people(filter: {name: {eq: \"" + "\\\"".repeat(20_000));
        REFUSED.put("a block without an end", "{ people(filter: {name: {eq: \"\"\"" + "a\\\"\"\"".repeat(9000));
        REFUSED.put("escapes of no character", "{ people(filter: {name: {eq: \"\\u{110000} \\uD800 \\q\"}}) { totalCount } }");
        REFUSED.put("control characters", "{ __typename \u0001\u0002\u0000 }");
        REFUSED.put("a mutation", "mutation { a }");
        REFUSED.put("a subscription", "subscription { a }");
        REFUSED.put("types", "type A { a: Int } extend type Query { a: Int } { __typename }");
        REFUSED.put("names of JavaScript", "{ __proto__ constructor toString }");
        REFUSED.put("types of fields of types",
                "{ __schema { types " + "{ fields { type { ofType ".repeat(5) + "{ name }" + " } } }".repeat(5) + " } }");
        REFUSED.put("pages of pages",
                "{ people(first: 100) { nodes {" + " affiliations(first: 100) { nodes { person {".repeat(6) + " id"
                        + " } } }".repeat(6) + " } } }");
    }

    private static String each(int number, IntFunction<String> text) {
        return IntStream.range(0, number).mapToObj(text).collect(Collectors.joining());
    }

    @Test
    void an_expensive_document_is_refused_in_time_without_internal_details() throws InterruptedException {
        REFUSED.forEach((what, document) -> {
            long begun = System.nanoTime();
            Verdict.refused(what, Http.ask(document), begun);
            Verdict.alive();
        });
        Verdict.idle();
    }

    @Test
    void refused_documents_are_not_cached() {
        flood(0);
        long before = Verdict.memory();
        flood(1);
        assertThat(Verdict.memory() - before).as("bytes that stayed").isLessThan(40L << 20);
    }

    private static void flood(int round) {
        for (int i = 0; i < 60; i++) {
            Http.ask("{ a" + round + "_" + i + " #" + "x".repeat(50_000) + "\n }");
        }
    }

    @Test
    void an_operation_that_is_not_there_is_not_echoed() {
        for (String name : new String[] { "x".repeat(10_000), "x\r\nSet-Cookie: a=b", "<script>", "\u0000" }) {
            long begun = System.nanoTime();
            Verdict.refused(name, Http.post(Door.text(Map.of("query", "query A { __typename }", "operationName", name))),
                    begun);
        }
    }

    @Test
    void unusual_but_valid_requests_are_answered() {
        for (String document : new String[] { "\ufeff{ __typename }", "{ __typename" + ",".repeat(60_000) + "}",
                "{ __typename" + "\n".repeat(60_000) + "}", "#" + "x".repeat(60_000) + "\n{ __typename }",
                "{" + " ... { __typename }".repeat(20) + " }",
                "{ ...f0 }" + each(20, i -> " fragment f%d on Query {...f%d}".formatted(i, i + 1))
                        + " fragment f20 on Query { __typename }" }) {
            assertThat(Http.ask(document).body()).as(document).isEqualTo(RawRequest.ANSWERED);
        }
        assertThat(Http.ask("{ __type(name: \"Person\") {" + "ofType {".repeat(20) + "name" + "}".repeat(20) + " } }").body())
                .isEqualTo("{\"data\":{\"__type\":{\"ofType\":null}}}");
        assertThat(Http.ask("{" + each(24, i -> " a" + i + ": __type(name: \"Person\") { name }") + " }").body())
                .startsWith("{\"data\"").contains("\"a23\":{\"name\":\"Person\"}");
        assertThat(Http.ask("{ people { nodes {" + " ... { id }".repeat(1000) + " } } }").body()).startsWith("{\"data\"");
        assertThat(
                Http.ask("{ people(filter: {name: {eq: \"\"\"" + "\n   a".repeat(9000) + "\"\"\"}}) { totalCount } }").body())
                .isEqualTo("{\"data\":{\"people\":{\"totalCount\":0}}}");
    }
}
