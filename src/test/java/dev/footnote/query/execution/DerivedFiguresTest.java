package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
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
import dev.footnote.query.execution.Records.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Values computed from figures are exact, and the same on both databases. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class DerivedFiguresTest {

    @Inject
    DatasetImporter importer;

    @BeforeEach
    void serve() {
        importer.take(FiguresDataset.FOLDER, ProgressListener.NONE);
    }

    @Inject
    Metamodel metamodel;

    @Inject
    Database database;

    private int before;
    private int grown;
    private int rated;

    @Test
    void every_figure_has_the_growth_and_the_rate_that_follow_from_what_is_stated() throws SQLException {
        Records records = new Records(metamodel, database.source(), database.dialect());
        NaiveFigures reckoned = new NaiveFigures(records);
        Map<String, JsonNode> served = served();
        assertThat(served).hasSize(FiguresDataset.FIGURES);
        for (Row figure : records.all(metamodel.entityTypeOfType("Figure"))) {
            JsonNode node = served.get(figure.values().get("slug"));
            Row yearBefore = reckoned.yearBefore(figure);
            String as = node.toString();
            assertThat(node.at("/yearBefore/slug").asText(null)).as(as)
                    .isEqualTo(yearBefore == null ? null : yearBefore.values().get("slug"));
            assertThat(node.get("growthComputed").asText(null)).as(as).isEqualTo(text(reckoned.growth(figure)));
            assertThat(node.get("impliedRate").asText(null)).as(as).isEqualTo(text(reckoned.rate(figure)));
            count(node);
        }
        assertThat(before).as("with a year before").isGreaterThan(100);
        assertThat(grown).as("with growth").isBetween(50, before - 20);
        assertThat(rated).as("with a rate").isGreaterThan(100);
    }

    @Test
    void the_year_before_can_be_followed_repeatedly() {
        JsonNode figures = Door.data("""
                { figures(first: 100) { nodes { yearBefore { report { fiscalYear }
                  yearBefore { report { fiscalYear } yearBefore { report { fiscalYear } } } } } } }""").at("/figures/nodes");
        assertThat(figures).anySatisfy(figure -> {
            int year = figure.at("/yearBefore/report/fiscalYear").asInt();
            assertThat(year).isPositive();
            assertThat(figure.at("/yearBefore/yearBefore/report/fiscalYear").asInt()).isEqualTo(year - 1);
        });
    }

    @Test
    void the_largest_returned_sum_is_accepted_as_an_argument() {
        String groups = """
                { figures { groups(by: [{metric: VALUE}], first: 100%s) { nodes { key { metric }
                  aggregate { value { unit currency sum } } } } } }""";
        JsonNode largest = null;
        String metric = null;
        for (JsonNode group : Door.data(groups.formatted("")).at("/figures/groups/nodes")) {
            for (JsonNode value : group.at("/aggregate/value")) {
                if (value.get("unit").asText().equals("MONEY") && !value.get("currency").isNull() && (largest == null
                        || new BigDecimal(value.get("sum").asText())
                                .compareTo(new BigDecimal(largest.get("sum").asText())) > 0)) {
                    largest = value;
                    metric = group.at("/key/metric").asText();
                }
            }
        }
        assertThat(largest.get("sum").asText().length()).as("digits of %s", largest).isGreaterThan(26);
        String having = ", having: {sum: {value: {unit: MONEY, currency: \"%s\", is: {gte: \"%s\"}}}}"
                .formatted(largest.get("currency").asText(), largest.get("sum").asText());
        assertThat(Door.data(groups.formatted(having)).at("/figures/groups/nodes")).extracting(
                group -> group.at("/key/metric").asText()).containsExactly(metric);
        String filter = "{ figures(revisions: ALL, filter: {value: {lte: \"%s\"}}) { totalCount } }";
        assertThat(Door.data(filter.formatted(largest.get("sum").asText())).at("/figures/totalCount").asInt())
                .isEqualTo(FiguresDataset.FIGURES);
        assertThat(Door.data(filter.formatted("-" + "9".repeat(100) + "." + "9".repeat(100))).at("/figures/totalCount").asInt())
                .isZero();
    }

    private void count(JsonNode figure) {
        before += figure.get("yearBefore").isNull() ? 0 : 1;
        grown += figure.get("growthComputed").isNull() ? 0 : 1;
        rated += figure.get("impliedRate").isNull() ? 0 : 1;
    }

    private static Map<String, JsonNode> served() {
        Map<String, JsonNode> served = new HashMap<>();
        for (int offset = 0; offset < FiguresDataset.FIGURES; offset += 100) {
            Door.data("{ figures(revisions: ALL, first: 100, offset: " + offset
                    + ") { nodes { slug value currency growthComputed impliedRate equivalent { amount } yearBefore { slug value } } } }")
                    .at("/figures/nodes").forEach(node -> served.put(node.get("slug").asText(), node));
        }
        return served;
    }

    private static String text(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
