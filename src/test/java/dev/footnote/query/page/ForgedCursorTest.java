package dev.footnote.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

/** Forged cursors: cursors are not secret, so a client can create one with any values. */
@QuarkusTest
class ForgedCursorTest {

    /** What a key may be said to be, with the mark ahead that tells the known from the unknown. */
    private static final List<String> VALUES = List.of("", "-", "-x", "+", "+x", "x", "+0", "+-1", "+1.5", "+2147483648",
            "+9999999999999", "+1e999999999", "+-1E+2147483647", "+1e-999999999", "+" + "9".repeat(90),
            "+" + "9".repeat(5000), "+0." + "1".repeat(5000), "+NaN", "+Infinity", "+0x10", "+\u0663", "+true", "+TRUE",
            "+2018", "+2018-04-25", "+2018-02-31", "+0000-01-01", "+-99999-01-01", "+-4714-01-01", "+999999999-12-31",
            "+9999-12-31", "+\ufffd", "+\u5c0f\u7c73'\"\\", "+%", "+" + "x".repeat(9000));

    @ParameterizedTest
    @ValueSource(strings = {
            "organizations(first: 1, after: $a, orderBy: [{city: ASC_NULLS_FIRST}, {founded: DESC}, {name: ASC}])",
            "organizations(first: 1, after: $a, orderBy: [{founded: ASC_NULLS_FIRST}, {number: DESC}])",
            "organizations(last: 1, before: $a)", "people(first: 1, after: $a)",
            "figures(first: 1, after: $a, orderBy: [{value: DESC}, {growth: ASC}, {report: {fiscalYear: ASC}}])",
            "figures(last: 1, before: $a, orderBy: [{report: {revision: DESC}}])",
            "affiliations(first: 1, after: $a, orderBy: [{person: {name: DESC}}, {from: DESC_NULLS_FIRST}])",
            "search(query: \"xiaomi\", first: 1, after: $a)", "disagreements(first: 1, after: $a)",
            "organizations { groups(by: [{kind: VALUE}, {founded: QUARTER}], first: 1, after: $a)",
            "organizations { groups(by: [{founded: YEAR}], orderBy: [{count: DESC}, {key: ASC}], last: 1, before: $a)",
            "participations { groups(by: [{role: VALUE}], orderBy: [{sum: {committed: {currency: \"CNY\", direction: DESC}}}],"
                    + " first: 1, after: $a)",
            "person(by: {slug: \"lei-jun\"}) { affiliations(first: 1, after: $a)",
            "organization(by: {slug: \"xiaomi\"}) { members(first: 1, after: $a, orderBy: [{from: ASC}])" })
    void a_forged_cursor_never_causes_an_internal_error(String list) {
        String cursor = cursor(list);
        String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\u0000", -1);
        List<String> forged = new ArrayList<>();
        for (String value : VALUES) {
            forged.add(forged(parts, 1, parts.length, value));
            for (int i = 1; i < parts.length; i++) {
                forged.add(forged(parts, i, i + 1, value));
            }
        }
        forged.add(encoded(parts[0]));
        forged.add(encoded(String.join("\u0000", parts) + "\u0000"));
        forged.add(encoded(String.join("\u0000", parts) + "\u0000-"));
        forged.add(Base64.getUrlEncoder().encodeToString(("\u0000\u00ff\u00fe").getBytes(StandardCharsets.ISO_8859_1)));
        forged.add("\u0000");
        for (String one : forged) {
            JsonNode answer = Door.tree(ask(list, one));
            String code = answer.at("/errors/0/extensions/code").asText();
            assertThat(code).as(one + " " + answer).isIn("", "BAD_USER_INPUT");
        }
    }

    /** The cursor of the first record, with as many keys as there are. */
    private static String cursor(String list) {
        JsonNode answer = Door.tree(ask(list, null));
        List<JsonNode> found = answer.findValues("endCursor");
        assertThat(found).as(answer.toString()).isNotEmpty();
        return found.get(found.size() - 1).asText();
    }

    private static String ask(String list, String cursor) {
        String closing = "}".repeat((int) list.chars().filter(c -> c == '{').count()
                - (int) list.chars().filter(c -> c == '}').count());
        return Door.ask("query($a: String) { " + list + " { pageInfo { endCursor } } " + closing + " }",
                cursor == null ? Map.of() : Map.of("a", cursor));
    }

    private static String forged(String[] parts, int from, int to, String value) {
        String[] forged = parts.clone();
        Arrays.fill(forged, from, to, value);
        return encoded(String.join("\u0000", forged));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
