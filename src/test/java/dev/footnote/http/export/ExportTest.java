package dev.footnote.http.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.dataset.importer.GeneratedProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** An export contains the same records as all pages of its list. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class ExportTest {

    private static final String LISTS = """
            affiliations(%s) { nodes { id title heldOn ended person { name } organization { name country } reportsTo { name } } }
            affiliations(%s orderBy: [{heldOn: DESC_NULLS_FIRST}, {title: ASC}]) { nodes { id } }
            organizations(%s orderBy: [{country: ASC_NULLS_FIRST}, {founded: DESC}]) { nodes { slug founded country } }
            organizations(%s filter: {or: [{country: {eq: "CN"}}, {name: {contains: "a"}}]}) { edges { cursor node { name } } totalCount }
            participations(%s orderBy: [{to: DESC}]) { nodes { committed { amount currency } organization { name } person { name } } }
            people(%s) { totalCount pageInfo { endCursor node: hasNextPage } all: nodes { called: name __typename affiliations(first: 2) { nodes { title } } } }
            figures(%s orderBy: [{value: ASC}]) { nodes { value growth fiscal: report { fiscalYear } equivalent { amount } citations(first: 1) { nodes { subject { id ... on Figure { metric } } } } } }
            financialReports(%s) { nodes { revision revenue: value(metric: "revenue") ...More } }
            names(%s) { __typename edges { __typename node { ... on Node { id } text ... on Cited { citations { totalCount } } } } }
            """;

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7, 8 })
    void ndjson_contains_the_records_of_all_pages(int index) {
        String list = LISTS.split("\n")[index];
        List<String> turned = turned(list);
        assertThat(Exported.lines(document(list.formatted("offset: 0")), Map.of())).hasSizeGreaterThan(20).isEqualTo(turned);
        assertThat(Exported.lines(document(list.formatted("first: 11")), Map.of())).isEqualTo(turned.subList(0, 11));
    }

    /** By where their page stands, lists of what is no record. */
    private static final Map<String, String> MADE = Map.of(
            "/participations/groups",
            "{ participations { totalCount groups(%s by: [{initiative: {slug: VALUE}}, {from: YEAR}], orderBy: [{count: DESC}])"
                    + " { nodes { key { initiative { slug } from { year } } count filter aggregate { committed { currency sum }"
                    + " title { known } } } TURN } } }",
            "/people/parts", "{ people(filter: {slug: {contains: \"1\"}}) { parts: groups(%s by: [{name: VALUE}]) { totalCount"
                    + " nodes { __typename key { name } count } TURN } } }",
            "/search",
            "{ search(query: \"a\" %s) { totalCount nodes { name reason node { id ... on Person { hometown } } } TURN } }",
            "/disagreements", "{ disagreements(%s) { nodes { kind about subject { id } claims { fact { id } } } TURN } }");

    @Test
    void exports_of_groups_hits_and_disagreements_equal_their_pages() {
        MADE.forEach((pointer, document) -> {
            List<String> turned = new ArrayList<>();
            String after = "";
            while (after != null) {
                JsonNode page = Door.data(document.formatted("first: 9" + after).replace("TURN",
                        "turn: pageInfo { endCursor hasNextPage }")).at(pointer);
                page.get("nodes").forEach(node -> turned.add(node.toString()));
                after = page.at("/turn/hasNextPage").asBoolean() ? " after: " + page.at("/turn/endCursor") + " " : null;
            }
            String whole = document.replace("TURN", "");
            assertThat(Exported.lines(whole.formatted("first: 100000"), Map.of())).as(document)
                    .hasSizeGreaterThan(pointer.equals("/disagreements") ? 0 : 9).isEqualTo(turned);
            assertThat(Exported.lines(whole.formatted("first: 1"), Map.of())).isEqualTo(turned.subList(0, 1));
            List<List<String>> cells = Exported.cells(whole.formatted("first: 100000"), Map.of());
            assertThat(cells).hasSize(turned.size() + 1);
            assertThat(cells.get(0)).doesNotHaveDuplicates();
        });
        assertThat(
                Exported.cells(MADE.get("/participations/groups").replace("TURN", "").formatted("first: 1"), Map.of()).get(0))
                .containsExactly("key.initiative.slug", "key.from.year", "count", "filter", "aggregate.committed",
                        "aggregate.title.known");
    }

    private static String document(String list) {
        return "{ " + list + " }"
                + (list.contains("...More") ? " fragment More on FinancialReport { organization { id } }" : "");
    }

    private static List<String> turned(String list) {
        List<String> records = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = Door.data(document(list.formatted("first: 9" + after)
                    .replaceFirst("\\{ (?=[^{]*(nodes|edges|totalCount|__typename))",
                            "{ turn: pageInfo { endCursor hasNextPage } ")))
                    .elements().next();
            page.at("/nodes").forEach(node -> records.add(node.toString()));
            page.at("/all").forEach(node -> records.add(node.toString()));
            page.at("/edges").forEach(edge -> records.add(edge.get("node").toString()));
            after = page.at("/turn/hasNextPage").asBoolean() ? " after: " + page.at("/turn/endCursor") + " " : null;
        }
        return records;
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7, 8 })
    void cells_are_the_values_of_the_records(int index) {
        String document = document(LISTS.split("\n")[index].formatted("offset: 0"));
        List<List<String>> cells = Exported.cells(document, Map.of());
        List<String> headers = cells.get(0);
        assertThat(headers).doesNotHaveDuplicates().isNotEmpty();
        List<List<String>> expected = new ArrayList<>();
        for (String line : Exported.lines(document, Map.of())) {
            JsonNode record = Door.tree(line);
            expected.add(headers.stream().map(header -> cell(record.at("/" + header.replace('.', '/')))).toList());
        }
        assertThat(cells.subList(1, cells.size()).stream()
                .map(line -> line.stream().map(cell -> cell.startsWith("{\"") ? Door.plain(cell) : cell).toList()))
                .hasSizeGreaterThan(20).isEqualTo(expected);
    }

    private static String cell(JsonNode value) {
        if (value.isContainerNode()) {
            return value.toString();
        }
        String text = value.isNull() || value.isMissingNode() ? "" : value.asText();
        return text.matches("(?s)[=+\\-@\t\r\n].*") && !text.matches("-[0-9.]+") ? "'" + text : text;
    }

    @Test
    void variables_decide_what_is_selected() {
        String document = """
                query Some($first: Int, $brief: Boolean!, $order: [PersonOrder!]) {
                  people(first: $first, orderBy: $order) { nodes { ...Person @skip(if: $brief) id } }
                }
                fragment Person on Person { name summary @include(if: $brief) }""";
        Map<String, Object> order = Map.of("number", "DESC");
        assertThat(Exported.cells(document, Map.of("brief", true, "order", order)).get(0)).containsExactly("id");
        List<List<String>> cells = Exported.cells(document, Map.of("brief", false, "order", order, "first", 30));
        assertThat(cells.get(0)).containsExactly("name", "id");
        assertThat(cells).hasSize(31);
        assertThat(Exported.cells(document, Map.of("brief", false, "first", 0))).containsExactly(List.of("name", "id"));
    }

    @Test
    void an_export_continues_after_a_cursor() {
        String after = Door.data("{ people(first: 50) { pageInfo { endCursor } } }").at("/people/pageInfo/endCursor")
                .toString();
        List<String> all = Exported.lines("{ people { nodes { id } } }", Map.of());
        assertThat(Exported.lines("{ people(after: " + after + ") { nodes { id } } }", Map.of()))
                .isEqualTo(all.subList(50, all.size()));
        assertThat(Exported.lines("{ people(offset: 60) { nodes { id } } }", Map.of()))
                .isEqualTo(all.subList(60, all.size()));
    }

    @Test
    void a_list_of_one_record_is_exported_as_it_is_under_that_record() {
        JsonNode most = Door.data("{ people(first: 100) { nodes { id affiliations { totalCount } } } }").at("/people/nodes");
        JsonNode chosen = most.get(0);
        for (JsonNode person : most) {
            chosen = person.at("/affiliations/totalCount").asInt() > chosen.at("/affiliations/totalCount").asInt() ? person
                    : chosen;
        }
        String document = "{ person(by: {id: %s}) { affiliations(%s) { nodes { id organization { name } } } } }";
        List<String> records = new ArrayList<>();
        Door.data(document.formatted(chosen.get("id"), "first: 100")).at("/person/affiliations/nodes")
                .forEach(node -> records.add(node.toString()));
        assertThat(records).hasSizeGreaterThan(14);
        assertThat(Exported.lines(document.formatted(chosen.get("id"), "offset: 0"), Map.of())).isEqualTo(records);
        assertThat(Exported.lines(document.formatted("\"person:nobody\"", "offset: 0"), Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{ people(last: 3) { nodes { id } } }", "{ people(before: \"x\") { nodes { id } } }",
            "{ people { nodes { id } } names { nodes { id } } }", "{ people { totalCount } }",
            "{ people { nodes { id } edges { node { id } } } }",
            "{ people { nodes { id } groups(by: [{name: VALUE}]) { nodes { count } } } }",
            "{ search(query: \"a\") { totalCount } }",
            "{ people { groups(by: [{name: VALUE}], last: 2) { nodes { count } } } }", "{ people { edges { cursor } } }",
            "{ person(by: {slug: \"r1\"}) { name } }", "{ nodes(ids: [\"person:r1\"]) { id } }", "{ __typename }",
            "{ person(by: {slug: \"r1\"}) { name affiliations { nodes { id } } } }", "{ __schema { types { name } } }",
            "{ people(first: -1) { nodes { id } } }", "{ people { nodes { names(first: 101) { nodes { id } } } } }" })
    void documents_without_a_list_of_records_are_refused(String document) {
        for (String suffix : List.of(".csv", ".ndjson")) {
            JsonNode error = Exported.refused(suffix, document);
            assertThat(error.at("/extensions/code").asText()).as(error.toString()).isEqualTo("BAD_USER_INPUT");
            assertThat(error.at("/message").asText()).doesNotContain("null");
        }
    }
}
