package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.OwnDatabase;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.query.execution.Records.Day;
import dev.footnote.query.execution.Records.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Disagreements equal those of a comparison of all figures and all citations. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class DisagreementsTest {

    @Inject
    DatasetImporter importer;

    private static final String PAGE = """
            query($kind: DisagreementKind, $after: String, $revisions: Revisions) {
              disagreements(kind: $kind, first: 7, after: $after, revisions: $revisions) {
              totalCount
              nodes { kind about subject { id } claims { fact { id } citation { number } } }
              pageInfo { hasNextPage endCursor }
            } }""";

    @Inject
    Metamodel metamodel;

    @Inject
    Database database;

    private Records records;

    @BeforeEach
    void read() throws SQLException {
        importer.take(FiguresDataset.FOLDER, ProgressListener.NONE);
        records = new Records(metamodel, database.source(), database.dialect());
    }

    @Test
    void figures_disagree_where_their_values_cannot_all_be_true() {
        List<String> all = ofFigures(true);
        List<String> latest = ofFigures(false);
        assertThat(latest).hasSizeGreaterThan(10).hasSizeLessThan(all.size());
        assertThat(served("FIGURES", "ALL")).isEqualTo(all);
        assertThat(served("FIGURES", "LATEST")).isEqualTo(latest);
        assertThat(served("FIGURES", null)).as("a null asks for the latest").isEqualTo(latest);
    }

    @Test
    void citations_disagree_where_one_of_them_is_contested_or_disputes_the_record() {
        List<String> all = ofCitations(true);
        List<String> latest = ofCitations(false);
        assertThat(latest).hasSizeGreaterThan(10).hasSizeLessThan(all.size());
        assertThat(served("CITATIONS", "ALL")).isEqualTo(all);
        assertThat(served("CITATIONS", "LATEST")).isEqualTo(latest);
    }

    @Test
    void without_a_kind_all_disagreements_are_listed_citations_first() {
        List<String> expected = new ArrayList<>(ofCitations(false));
        expected.addAll(ofFigures(false));
        assertThat(served(null, "LATEST")).isEqualTo(expected);
    }

    @Test
    void pages_are_read_from_the_end_as_from_the_start() {
        List<String> expected = served(null, "LATEST");
        List<String> backward = new ArrayList<>();
        String before = "";
        JsonNode page;
        do {
            page = Door.data("{ disagreements(last: 7" + before + ") { nodes { kind about subject { id } claims { fact { id }"
                    + " citation { number } } } pageInfo { hasNextPage hasPreviousPage startCursor } } }").get("disagreements");
            List<String> lines = new ArrayList<>();
            page.get("nodes").forEach(node -> lines.add(line(node)));
            backward.addAll(0, lines);
            assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isEqualTo(!before.isEmpty());
            before = ", before: \"" + page.at("/pageInfo/startCursor").asText() + "\"";
        } while (page.at("/pageInfo/hasPreviousPage").asBoolean());
        assertThat(backward).isEqualTo(expected);
        assertThat(Door.data("{ disagreements(first: 100" + before + ") { nodes { kind } } }").at("/disagreements/nodes"))
                .isEmpty();
        assertThat(Door.ask("{ disagreements(first: 1, last: 1) { totalCount } }")).contains("Give one of them");
    }

    /** Page by page. */
    private static List<String> served(String kind, String revisions) {
        List<String> served = new ArrayList<>();
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("kind", kind);
        variables.put("revisions", revisions);
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

    private List<String> ofFigures(boolean all) {
        Map<List<Object>, List<Row>> matters = new LinkedHashMap<>();
        records.all(metamodel.entityTypeOfType("Figure")).stream().filter(figure -> all || !restated(figure))
                .forEach(figure -> matters.computeIfAbsent(matter(figure), key -> new ArrayList<>()).add(figure));
        List<String> disagreements = new ArrayList<>();
        matters.forEach((matter, figures) -> {
            if (figures.stream().anyMatch(one -> figures.stream().anyMatch(other -> contradict(one, other)))) {
                Row subject = matter.get(0) != null ? records.one(metamodel.entityTypeOfType("Organization"), matter.get(0))
                        : matter.get(1) != null ? records.one(metamodel.entityTypeOfType("Initiative"), matter.get(1))
                                : records.one(metamodel.entityTypeOfType("Product"), matter.get(2));
                List<String> claims = new ArrayList<>();
                figures.forEach(figure -> citations(figure).forEach(citation -> claims.add(claim(citation))));
                disagreements.add("FIGURES " + subject + " " + figures.get(0).values().get("metric") + claims);
            }
        });
        return disagreements;
    }

    /** What a figure is about, its organization first, its initiative second and its product third. */
    private List<Object> matter(Row figure) {
        Map<String, Object> values = figure.values();
        Row report = records.one(metamodel.entityTypeOfType("FinancialReport"), values.get("report"));
        Object organization = report == null ? values.get("organization") : report.values().get("organization");
        return Arrays.asList(organization, values.get("initiative"), values.get("product"),
                report == null ? null : report.values().get("fiscalYear"),
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

    private List<String> ofCitations(boolean all) {
        Map<List<Object>, List<Row>> ofRecords = new LinkedHashMap<>();
        for (Row citation : records.all(metamodel.entityTypeOfType("Citation"))) {
            ofRecords.computeIfAbsent(Arrays.asList(subject(citation), citation.values().get("field")),
                    key -> new ArrayList<>()).add(citation);
        }
        ofRecords.values().removeIf(
                citations -> citations.stream().allMatch(citation -> citation.values().get("stance").equals("SUPPORTS"))
                        || !all && restated(subject(citations.get(0))));
        Map<List<Object>, List<Row>> matters = new LinkedHashMap<>();
        ofRecords.forEach((record, citations) -> {
            List<Object> rival = rival(record);
            boolean rivals = rival != null
                    && ofRecords.keySet().stream().filter(other -> rival.equals(rival(other))).count() > 1;
            matters.computeIfAbsent(rivals ? rival : record, key -> new ArrayList<>()).addAll(citations);
        });
        List<String> disagreements = new ArrayList<>();
        matters.forEach((matter, citations) -> {
            citations.sort(Comparator.comparing(citation -> (Integer) citation.values().get("number")));
            disagreements.add("CITATIONS " + matter.get(0) + " " + matter.get(1)
                    + citations.stream().map(this::claim).toList());
        });
        return disagreements;
    }

    /** Whether a later revision stands for a report, or for the one that a figure is of. */
    private boolean restated(Row row) {
        return !HeldRequests.EVER.by(row, null, records);
    }

    /** What a contested record is a rival claim about, or null. */
    private List<Object> rival(List<Object> contested) {
        Row record = (Row) contested.get(0);
        if (contested.get(1) != null) {
            return null;
        }
        String kind = record.entityType().table();
        Row organization = records.one(metamodel.entityTypeOfType("Organization"), record.values().get("organization"));
        if (kind.equals("participation")) {
            Row initiative = records.one(metamodel.entityTypeOfType("Initiative"), record.values().get("initiative"));
            Row event = records.one(metamodel.entityTypeOfType("Event"), record.values().get("event"));
            return Arrays.asList(initiative == null ? event : initiative, record.values().get("role"), kind);
        }
        return organization == null || !List.of("affiliation", "organization_link").contains(kind) ? null
                : Arrays.asList(organization, record.values().get(kind.equals("affiliation") ? "title" : "kind"), kind);
    }

    private List<Row> citations(Row fact) {
        return records.all(metamodel.entityTypeOfType("Citation")).stream()
                .filter(citation -> subject(citation) == fact).toList();
    }

    private String claim(Row citation) {
        return subject(citation) + " " + citation.values().get("number");
    }

    private Row subject(Row citation) {
        return records.one(metamodel.entityTypeOfTable((String) citation.values().get("kind")).orElseThrow(),
                citation.values().get("subject"));
    }
}
