package dev.footnote.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.OwnDatabase;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.Metamodel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OwnDatabase.class)
class SearchTest {

    @Inject
    DatasetImporter importer;

    @BeforeEach
    void serve() {
        importer.take(Named.DATASET, ProgressListener.NONE);
    }

    private static final String SEARCH = """
            query($q: String!, $types: [SearchType!], $first: Int, $after: String) {
              search(query: $q, types: $types, first: $first, after: $after) {
                totalCount
                nodes { name reason node { id __typename } }
                pageInfo { hasNextPage endCursor }
              }
            }""";

    @Inject
    Metamodel metamodel;

    @Test
    void a_name_is_found_by_each_of_its_prefixes() {
        for (String name : List.of("Xiaomi", "Suzhou Industrial Park", "Tsinghua", "西交利物浦大学", "chongqingdaxue",
                "Ｔｏｓｈｉｂａ", "Weiwei Lü", "o'connell")) {
            String record = ids(name, 1).get(0);
            List<List<String>> found = IntStream.rangeClosed(1, name.length())
                    .mapToObj(end -> ids(name.substring(0, end), 100)).toList();
            assertThat(found).as(name).allSatisfy(ids -> assertThat(ids).contains(record));
        }
    }

    @Test
    void better_reasons_come_first() {
        assertThat(reasons("lei")).startsWith("WHOLE_NAME").doesNotContain("TYPING_ERROR");
        assertThat(reasons("xiaomi")).startsWith("WHOLE_NAME", "BEGINNING").contains("WORDS");
        for (String query : List.of("a", "lei", "xiaomi", "university", "大学", "xiao", "ai lab", "s", "雷")) {
            List<String> reasons = reasons(query);
            assertThat(reasons).as(query)
                    .isSortedAccordingTo((one, other) -> SearchReason.valueOf(one).compareTo(SearchReason.valueOf(other)));
        }
        assertThat(reasons("Jun Lei")).containsOnly("WORDS");
        assertThat(reasons("Ju Le")).contains("WORD_BEGINNINGS");
        assertThat(ids("Physics and Chemistry", 1)).containsExactly("organization:xtipc");
        assertThat(ids("hospital the peking", 1)).containsExactly("organization:pku-hospital");
        assertThat(reasons("whdx")).startsWith("INITIALS");
        assertThat(reasons("雷君")).startsWith("READING");
        assertThat(reasons("leijnu")).containsOnly("TYPING_ERROR");
    }

    @Test
    void main_names_come_ahead_of_others_and_short_ones_ahead_of_long_ones() {
        // Xiaomi is a main name and 小米 another one; both are read alike
        assertThat(hits("xiaomi", 1).at("/nodes/0/name").asText()).isEqualTo("Xiaomi");
        assertThat(hits("小米", 1).at("/nodes/0/name").asText()).isEqualTo("小米");
        List<Integer> lengths = new ArrayList<>();
        for (JsonNode hit : hits("xiao ai", 100).get("nodes")) {
            if (hit.get("reason").asText().equals("BEGINNING") && !hit.get("name").asText().contains("assistant")) {
                lengths.add(hit.get("name").asText().length());
            }
        }
        assertThat(lengths).hasSizeGreaterThan(1).isSorted();
    }

    @Test
    void a_record_is_found_once() {
        List<String> ids = ids("xiaomi", 100);
        assertThat(ids).doesNotHaveDuplicates().contains("organization:xiaomi");
    }

    @Test
    void only_the_kinds_that_are_asked_for_are_found() {
        Set<String> all = new HashSet<>();
        for (SearchType type : SearchType.all(metamodel)) {
            JsonNode found = ask(Map.of("q", "a", "types", List.of(type.name()), "first", 100));
            assertThat(found.get("totalCount").asInt()).as(type.name()).isPositive();
            found.get("nodes").forEach(hit -> {
                assertThat(hit.at("/node/__typename").asText()).isEqualToIgnoringCase(type.name());
                all.add(hit.at("/node/id").asText());
            });
        }
        assertThat(all).containsAll(ids("a", 100));
        assertThat(ask(Map.of("q", "a", "types", List.of())).get("totalCount").asInt()).isZero();
        JsonNode two = ask(Map.of("q", "lei", "types", List.of("PERSON", "SOURCE"), "first", 100));
        assertThat(two.get("nodes")).allSatisfy(
                hit -> assertThat(hit.at("/node/__typename").asText()).isIn("Person", "Source"));
    }

    @Test
    void pages_lose_none_and_repeat_none() {
        for (String query : List.of("a", "xiao", "university", "大学")) {
            JsonNode whole = hits(query, 100);
            List<String> paged = new ArrayList<>();
            String after = null;
            do {
                JsonNode page = after == null ? hits(query, 3) : ask(Map.of("q", query, "first", 3, "after", after));
                page.get("nodes").forEach(hit -> paged.add(hit.toString()));
                after = page.at("/pageInfo/hasNextPage").asBoolean() ? page.at("/pageInfo/endCursor").asText() : null;
                assertThat(page.get("totalCount")).isEqualTo(whole.get("totalCount"));
            } while (after != null && paged.size() < 100);
            List<String> expected = new ArrayList<>();
            whole.get("nodes").forEach(hit -> expected.add(hit.toString()));
            assertThat(paged.subList(0, Math.min(paged.size(), expected.size()))).as(query).isEqualTo(expected);
        }
    }

    @Test
    void queries_without_letters_find_nothing_and_long_ones_are_refused() {
        for (String query : List.of("", " ", "%", "_", "%%%", "'", "\"", "--", "';--", "😀", "\\", "/*", "\ufffd", "()")) {
            assertThat(hits(query, 10).get("totalCount").asInt()).as(query).isZero();
        }
        for (String query : List.of("xiaomi%", "_iaomi_", "xiaomi' OR '1'='1", "'; DROP TABLE search_key; --", "xiaomi😀",
                "a".repeat(200), "雷".repeat(200), "a ".repeat(100), "𠮷".repeat(100))) {
            assertThat(hits(query, 10).has("totalCount")).as(query).isTrue();
        }
        assertThat(ids("xiaomi%", 1)).containsExactly("organization:xiaomi");
        assertThat(ids("xiaomi😀", 1)).containsExactly("organization:xiaomi");
        JsonNode refused = Door.tree(Door.ask(SEARCH, Map.of("q", "a".repeat(201))));
        assertThat(refused.at("/errors/0/message").asText())
                .isEqualTo("The query has 201 characters. Give at most 200.");
        assertThat(refused.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void every_search_needs_few_statements() {
        int most = "postgresql".equals(System.getProperty("database")) ? 28 : 190;
        for (String query : List.of("a", "xiaomi", "雷", "university of science and technology", "xiaomy univresity parc",
                "雷 军 小 米 大 学", "西交利物浦大学 人工智能 研究院", "a b c d e f g", "zzzzzz yyyyyy xxxxxx wwwwww vvvvvv")) {
            String body = Door.text(Map.of("query", SEARCH, "variables", Map.of("q", query, "first", 100)));
            int statements = Door.tree(given().contentType("application/json").header("Footnote-Cost", "1").body(body)
                    .post("/graphql").asString()).at("/extensions/cost/statements").asInt();
            assertThat(statements).as(query).isBetween(1, most + SearchType.all(metamodel).size());
        }
        String nothing = Door.text(Map.of("query", "{ search(query: \"%\") { totalCount } }"));
        assertThat(Door.tree(given().contentType("application/json").header("Footnote-Cost", "1").body(nothing)
                .post("/graphql").asString()).at("/extensions/cost/statements").asInt()).isZero();
    }

    @Test
    void words_are_found_over_all_that_names_a_record() {
        for (String query : List.of("trondheim hospital", "peking trondheim", "Hospital laboratory Norway", "trond hosp")) {
            assertThat(ids(query, 100)).as(query).contains("organization:pku-hospital");
            assertThat(reasons(query)).as(query).contains("SEVERAL_FIELDS");
        }
        // more words of the name come first
        assertThat(ids("peking hospital trondheim", 1)).containsExactly("organization:pku-hospital");
        assertThat(ids("hospital paris", 100)).doesNotContain("organization:pku-hospital");
        assertThat(ids("trondheim", 100)).as("one word is looked for in names").isEmpty();
    }

    private static List<String> reasons(String query) {
        List<String> reasons = new ArrayList<>();
        hits(query, 100).get("nodes").forEach(hit -> reasons.add(hit.get("reason").asText()));
        return reasons;
    }

    private static List<String> ids(String query, int first) {
        List<String> ids = new ArrayList<>();
        hits(query, first).get("nodes").forEach(hit -> ids.add(hit.at("/node/id").asText()));
        return ids;
    }

    private static JsonNode hits(String query, int first) {
        return ask(Map.of("q", query, "first", first));
    }

    private static JsonNode ask(Map<String, Object> variables) {
        JsonNode answer = Door.tree(Door.ask(SEARCH, variables));
        assertThat(answer.has("errors")).as(variables + " " + answer).isFalse();
        return answer.at("/data/search");
    }
}
