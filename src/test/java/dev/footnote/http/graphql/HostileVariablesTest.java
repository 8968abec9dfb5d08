package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

/** Hostile values in variables, page sizes and bodies. */
@QuarkusTest
class HostileVariablesTest {

    private static final Map<String, String> DOCUMENTS = Map.of(
            "Int", "query($it: Int) { people(first: $it) { totalCount } }",
            "String", "query($it: String) { people(filter: {name: {eq: $it}}) { totalCount } }",
            "Decimal", "query($it: Decimal) { figures(filter: {value: {gt: $it}}) { totalCount } }",
            "PersonFilter", "query($it: PersonFilter) { people(filter: $it) { totalCount } }",
            "[ID!]", "query($it: [ID!]!) { nodes(ids: $it) { id } }");

    private static HttpResponse<String> ask(String type, String json) {
        return Http.post("{\"query\":" + Door.text(DOCUMENTS.get(type)) + ",\"variables\":" + json + "}");
    }

    @Test
    void values_that_are_not_of_their_type_are_refused() throws InterruptedException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("Int",
                List.of("1e400", "-1e999999999", "9".repeat(900), "9".repeat(60_000), "1e" + "9".repeat(900), "4294967297",
                        "1.5", "\"7\"", "true", "[1]", "{}", "NaN", "0x10", "-1", "101", "{\"__proto__\":{}}"));
        values.put("String", List.of("7", "{}", "[\"a\"]", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"a\nb\""));
        values.put("Decimal", List.of("1e400", "0.1", "\"NaN\"", "\"1e999999999\"", "\"" + "9".repeat(60_000) + "\"", "[]"));
        values.put("PersonFilter", List.of("{\"not\":".repeat(200) + "{}" + "}".repeat(200), "[[[[[[]]]]]]", "7",
                "{\"__proto__\":{\"name\":{\"eq\":\"a\"}}}", "{\"name\":{\"eq\":\"a\"},\"name\":{\"eq\":\"b\"}}",
                "{" + IntStream.range(0, 5000).mapToObj(i -> "\"x" + i + "\":1").collect(Collectors.joining(",")) + "}"));
        values.put("[ID!]",
                List.of("[" + "\"person:lei-jun\",".repeat(3000) + "\"a\"]", "[null]", "[[\"a\"]]", "{\"length\":1}"));
        values.forEach((type, all) -> all.forEach(value -> {
            long begun = System.nanoTime();
            Verdict.refused(type + " " + value, ask(type, "{\"it\":" + value + "}"), begun);
        }));
        Verdict.alive();
        Verdict.idle();
    }

    @Test
    void variables_that_are_no_object_or_ambiguous_are_refused() {
        for (String json : new String[] { "[]", "\"{}\"", "5", "true", "{\"it\":\"x\",\"it\":\"y\"}",
                "{\"it\":\"" + "x".repeat(70_000) + "\"}",
                "{\"it\":" + "[".repeat(50_000), "{" }) {
            long begun = System.nanoTime();
            Verdict.refused(json, ask("String", json), begun);
        }
    }

    @Test
    void undeclared_variables_are_ignored_and_large_ones_accepted() {
        assertThat(ask("String", "{\"other\":1,\"__proto__\":{\"it\":1},\"it\":\"x\"}").body())
                .isEqualTo("{\"data\":{\"people\":{\"totalCount\":0}}}");
        assertThat(ask("[ID!]", "{\"it\":[" + "\"person:lei-jun\",".repeat(99) + "\"person:lei-jun\"]}").body())
                .startsWith("{\"data\"");
        assertThat(ask("String", "{\"it\":\"\u96f7\ud83d\ude00\ud83c\udf0d\u0301\u202e\"}").body()).startsWith("{\"data\"");
        assertThat(ask("PersonFilter", "{\"it\":{\"or\":[" + "{\"name\":{\"contains\":\"%_\"}},".repeat(200) + "{}]}}").body())
                .startsWith("{\"data\"");
    }

    @Test
    void pages_that_do_not_exist_are_refused() {
        for (String page : new String[] { "first: -1", "first: 2147483648", "first: 99999999999999999999", "last: -1",
                "offset: -1",
                "offset: 2147483648", "first: 1, last: 1", "first: 1.5", "first: \"1\"", "first: 101", "after: \"\"",
                "after: \"AAAA\"",
                "after: \"" + "A".repeat(50_000) + "\"", "after: \"\\u0000\"", "after: \"'; DROP TABLE person; --\"",
                "before: \"x\" after: \"x\"",
                "orderBy: [{}]", "orderBy: [{name: ASC, slug: ASC}]", "orderBy: [{name: \"ASC; DROP TABLE person\"}]",
                "after: \"" + cursorOf("organizations") + "\"", "after: \"" + tampered(cursorOf("people")) + "\"" }) {
            long begun = System.nanoTime();
            Verdict.refused(page, Http.ask("{ people(" + page + ") { totalCount nodes { id } } }"), begun);
        }
        assertThat(Http.ask("{ people(offset: 2147483647) { nodes { id } } }").body())
                .isEqualTo("{\"data\":{\"people\":{\"nodes\":[]}}}");
    }

    private static String cursorOf(String list) {
        return Door.data("{ " + list + "(first: 1) { pageInfo { endCursor } } }").at("/" + list + "/pageInfo/endCursor")
                .asText();
    }

    private static String tampered(String cursor) {
        return (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);
    }

    @Test
    void sql_in_any_text_is_text() {
        int people = Door.data("{ people { totalCount } }").at("/people/totalCount").asInt();
        for (String text : new String[] { "' OR '1'='1", "'; DROP TABLE person; --", "\\'; DELETE; --", "%' --",
                "${jndi:ldap://x}", "{{7*7}}",
                "\") OR 1=1 --", "a\u2019 OR 1=1", "$1", "?" }) {
            Map<String, Object> it = Map.of("it", text);
            for (String document : new String[] {
                    "query($it: String!) { people(filter: {name: {startsWith: $it}}) { totalCount nodes { id } } }",
                    "query($it: ID!) { node(id: $it) { id } }", "query($it: ID!) { person(by: {slug: $it}) { id } }",
                    "query($it: String!) { people(after: $it) { totalCount } }",
                    "query($it: String!) { financialReports { nodes { value(metric: $it) } } }" }) {
                String answer = Door.ask(document, it);
                Verdict.silent(document + text, answer);
                assertThat(answer).as(document + text).doesNotContain("INTERNAL", "person:");
            }
        }
        assertThat(Door.data("{ people { totalCount } }").at("/people/totalCount").asInt()).isEqualTo(people);
    }

    @Test
    void a_body_in_another_charset_is_refused() {
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE,
                Charset.forName("UTF-32"))) {
            refused(charset.name(), RawRequest.ASKED.getBytes(charset));
        }
        refused("half a character", new byte[] { '{', '"', 'q', '"', ':', '"', (byte) 0xc3, '"', '}' });
        refused("no character", "{\"query\":\"{__typename} #\u00ff\u00fe\"}".getBytes(StandardCharsets.ISO_8859_1));
        refused("a surrogate", "{\"query\":\"{__typename} #\u00ed\u00a0\u0080\"}".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void refused(String what, byte[] body) {
        String head = RawRequest.HEAD + "Connection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
        RawRequest.Heard heard = RawRequest
                .of((head + new String(body, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(heard.status()).as(what + heard.text()).isEqualTo(400);
        Verdict.silent(what, heard.text());
    }
}
