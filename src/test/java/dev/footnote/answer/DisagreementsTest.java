package dev.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.answer.Records.Day;
import dev.footnote.answer.Records.Row;
import dev.footnote.database.Database;
import dev.footnote.graph.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** What sources disagree about is what one finds who compares every figure and every citation with every other. */
@QuarkusTest
@TestProfile(FiguresProfile.class)
class DisagreementsTest {

    private static final String PAGE = """
            query($kind: DisagreementKind, $after: String) { disagreements(kind: $kind, first: 7, after: $after) {
              totalCount
              nodes { kind about subject { id } claims { fact { id } citation { number } } }
              pageInfo { hasNextPage endCursor }
            } }""";

    @Inject
    Graph graph;

    @Inject
    Database database;

    private Records records;

    @BeforeEach
    void read() throws SQLException {
        records = new Records(graph, database.source(), database.dialect());
    }

    @Test
    void figures_disagree_where_their_values_cannot_all_be_true() {
        List<String> expected = ofFigures();
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(served("FIGURES")).isEqualTo(expected);
    }

    @Test
    void citations_disagree_where_one_of_them_is_contested_or_disputes_the_record() {
        List<String> expected = ofCitations();
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(served("CITATIONS")).isEqualTo(expected);
    }

    @Test
    void without_a_kind_all_are_listed_what_citations_tell_of_first() {
        List<String> expected = new ArrayList<>(ofCitations());
        expected.addAll(ofFigures());
        assertThat(served(null)).isEqualTo(expected);
    }

    /** Page by page. */
    private static List<String> served(String kind) {
        List<String> served = new ArrayList<>();
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("kind", kind);
        JsonNode page;
        do {
            page = Door.tree(Door.ask(PAGE, variables)).at("/data/disagreements");
            page.get("nodes").forEach(node -> served.add(line(node)));
            variables.put("after", page.at("/pageInfo/endCursor").asText());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        assertThat(page.get("totalCount").asInt()).isEqualTo(served.size());
        return served;
    }

    private static String line(JsonNode node) {
        List<String> claims = new ArrayList<>();
        node.get("claims").forEach(claim -> claims.add(claim.at("/fact/id").asText() + " " + claim.at("/citation/number")));
        return node.get("kind").asText() + " " + node.at("/subject/id").asText() + " " + node.get("about").asText(null)
                + claims;
    }

    private List<String> ofFigures() {
        Map<List<Object>, List<Row>> matters = new LinkedHashMap<>();
        records.all(graph.nounOfType("Figure"))
                .forEach(figure -> matters.computeIfAbsent(matter(figure), key -> new ArrayList<>()).add(figure));
        List<String> disagreements = new ArrayList<>();
        matters.forEach((matter, figures) -> {
            if (figures.stream().anyMatch(one -> figures.stream().anyMatch(other -> contradict(one, other)))) {
                Row subject = matter.get(0) == null ? records.one(graph.nounOfType("Initiative"), matter.get(1))
                        : records.one(graph.nounOfType("Organization"), matter.get(0));
                List<String> claims = new ArrayList<>();
                figures.forEach(figure -> citations(figure).forEach(citation -> claims.add(claim(citation))));
                disagreements.add("FIGURES " + subject + " " + figures.get(0).values().get("metric") + claims);
            }
        });
        return disagreements;
    }

    /** What a figure is about, its organization first and its initiative second. */
    private List<Object> matter(Row figure) {
        Map<String, Object> values = figure.values();
        Row report = records.one(graph.nounOfType("FinancialReport"), values.get("report"));
        Object organization = report == null ? values.get("organization") : report.values().get("organization");
        return Arrays.asList(organization, values.get("initiative"), report == null ? null : report.values().get("fiscalYear"),
                report == null ? null : report.values().get("period"), report == null ? null : report.values().get("revision"),
                values.get("metric"), values.get("unit"), values.get("currency"),
                values.get("asOf") == null ? null : ((Day) values.get("asOf")).text(), values.get("horizon"),
                values.get("qualifier").equals("PLANNED"));
    }

    /** Whether one is at least more than the other is at most. */
    private static boolean contradict(Row one, Row other) {
        return !List.of("AT_MOST", "LESS_THAN").contains(one.values().get("qualifier"))
                && !List.of("AT_LEAST", "MORE_THAN").contains(other.values().get("qualifier"))
                && ((BigDecimal) one.values().get("value")).compareTo((BigDecimal) other.values().get("value")) > 0;
    }

    private List<String> ofCitations() {
        Map<List<Object>, List<Row>> matters = new LinkedHashMap<>();
        for (Row citation : records.all(graph.nounOfType("Citation"))) {
            matters.computeIfAbsent(Arrays.asList(citation.values().get("kind"), citation.values().get("subject"),
                    citation.values().get("field")), key -> new ArrayList<>()).add(citation);
        }
        List<String> disagreements = new ArrayList<>();
        matters.forEach((matter, citations) -> {
            if (citations.stream().anyMatch(citation -> !citation.values().get("stance").equals("SUPPORTS"))) {
                disagreements.add("CITATIONS " + subject(citations.get(0)) + " " + matter.get(2)
                        + citations.stream().map(this::claim).toList());
            }
        });
        return disagreements;
    }

    private List<Row> citations(Row fact) {
        return records.all(graph.nounOfType("Citation")).stream()
                .filter(citation -> subject(citation) == fact).toList();
    }

    private String claim(Row citation) {
        return subject(citation) + " " + citation.values().get("number");
    }

    private Row subject(Row citation) {
        return records.one(graph.nounOfTable((String) citation.values().get("kind")), citation.values().get("subject"));
    }
}
