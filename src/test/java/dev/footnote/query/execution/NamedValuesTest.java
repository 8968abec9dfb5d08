package dev.footnote.query.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.dataset.importer.GeneratedProfile;
import dev.footnote.metamodel.EntityType;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.Records.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Orders and arguments that name a value of the data: unknown values are refused. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class NamedValuesTest extends Comparison {

    /** What figures of reports are ordered by. */
    private record Reported(String metric, String unit, Object currency, String period) {

        static Reported of(Row figure, Row report) {
            return new Reported((String) figure.values().get("metric"), (String) figure.values().get("unit"),
                    figure.values().get("currency"), (String) report.values().get("period"));
        }

        String written(String more) {
            return "{reported: {metric: $metric, unit: " + unit + (currency == null ? "" : ", currency: \"" + currency + "\"")
                    + ", period: " + period + more + ", direction: DESC}}";
        }
    }

    @Test
    void organizations_are_ordered_by_a_figure_of_their_latest_reports() {
        EntityType figures = metamodel.entityTypeOfType("Figure");
        EntityType reports = metamodel.entityTypeOfType("FinancialReport");
        Set<Reported> all = new LinkedHashSet<>();
        records.all(figures).stream().filter(row -> row.values().get("report") != null && !isPlan(row))
                .forEach(row -> all.add(Reported.of(row, records.one(reports, row.values().get("report")))));
        assertThat(all).hasSizeGreaterThan(5);
        int several = 0;
        for (Reported asked : all) {
            List<String> expected = expected(asked, null);
            assertThat(ids(asked.written(""), asked.metric())).as(asked.toString()).isEqualTo(expected);
            several += expected.size() > 1 ? 1 : 0;
        }
        assertThat(several).as("orders of more than one record").isPositive();
        Reported first = all.iterator().next();
        Object year = records.all(reports).get(0).values().get("fiscalYear");
        List<String> ofYear = expected(first, year);
        if (!ofYear.isEmpty()) {
            assertThat(ids(first.written(", fiscalYear: " + year), first.metric())).isEqualTo(ofYear);
        }
    }

    private static boolean isPlan(Row figure) {
        return "PLANNED".equals(figure.values().get("qualifier"));
    }

    private List<String> expected(Reported asked, Object year) {
        Map<Object, BigDecimal> latest = new LinkedHashMap<>();
        Comparator<Row> order = Comparator.comparing((Row row) -> (Integer) row.values().get("fiscalYear"))
                .thenComparing(row -> (Integer) row.values().get("revision")).thenComparing(Row::id).reversed();
        records.all(metamodel.entityTypeOfType("FinancialReport")).stream()
                .filter(report -> year == null || year.equals(report.values().get("fiscalYear"))).sorted(order)
                .forEach(report -> records.all(metamodel.entityTypeOfType("Figure")).stream()
                        .filter(figure -> Objects.equals(figure.values().get("report"), report.id()) && !isPlan(figure)
                                && Reported.of(figure, report).equals(asked))
                        .forEach(figure -> latest.putIfAbsent(report.values().get("organization"),
                                (BigDecimal) figure.values().get("value"))));
        return latest.entrySet().stream()
                .sorted(Map.Entry.<Object, BigDecimal> comparingByValue().thenComparing(one -> (Integer) one.getKey())
                        .reversed())
                .map(one -> records.one(metamodel.entityTypeOfType("Organization"), one.getKey()).toString()).toList();
    }

    /** Those that come first, as many as have a number. */
    private List<String> ids(String order, String metric) {
        JsonNode answer = ask(new GraphQLRequest("query($metric: String!) { organizations(first: 100, orderBy: [" + order
                + "]) { nodes { id financialReports { totalCount } } } }", null, Map.of("metric", metric)));
        List<String> ids = AnyList.texts(answer.at("/data/organizations/nodes"), "/id");
        return ids.subList(0, expectedSize(order, metric, ids));
    }

    private int expectedSize(String order, String metric, List<String> ids) {
        JsonNode reversed = ask(new GraphQLRequest("query($metric: String!) { organizations(first: 100, orderBy: ["
                + order.replace("DESC", "DESC_NULLS_FIRST") + "]) { nodes { id } } }", null, Map.of("metric", metric)));
        List<String> others = AnyList.texts(reversed.at("/data/organizations/nodes"), "/id");
        // what is unknown changes its place, all else follows in the same order at the end
        int size = 0;
        while (size < ids.size() && !others.get(0).equals(ids.get(size))) {
            size++;
        }
        return size;
    }

    @Test
    void an_order_by_an_unknown_value_is_refused_with_the_known_ones() {
        String reported = "{ organizations(orderBy: [{reported: {metric: \"none\", unit: MONEY, currency: \"CNY\", period: FY,"
                + " direction: DESC}}]) { nodes { id } } }";
        assertThat(refused(reported)).startsWith("No Organization has what reported names. The order would be by nothing."
                + " There are: ");
        assertThat(refused("{ participations(orderBy: [{committed: {currency: \"CHF\", direction: DESC}}]) { nodes { id } } }"))
                .startsWith("No Participation has committed in CHF. The order would be by nothing. There are: ");
        assertThat(
                refused("{ organizations(orderBy: [{participations: {sum: {committed: {currency: \"CHF\", direction: DESC}}}}])"
                        + " { nodes { id } } }"))
                .startsWith("No Participation among participations has committed in CHF.");
        assertThat(refused("{ organizations(orderBy: [{figures: {of: {metric: {eq: \"none\"}}, sum: {value: {unit: MONEY,"
                + " currency: \"CNY\", direction: DESC}}}}]) { nodes { id } } }")).contains("and fulfils of",
                        "records are ordered by reported");
        assertThat(refused("{ initiatives(first: 50) { nodes { participations(orderBy: [{committed: {currency: \"CHF\","
                + " direction: ASC}}]) { nodes { id } } } } }")).startsWith("No Participation has committed in CHF.");
    }

    @Test
    void a_sum_over_records_selected_through_a_list_is_checked_too() {
        for (String of : List.of("citations: {some: {locator: {eq: \"none\"}}}", "citations: {count: {gt: 1000}}")) {
            assertThat(refused("{ organizations(orderBy: [{participations: {of: {" + of + "}, sum: {committed:"
                    + " {currency: \"CNY\", direction: DESC}}}}]) { nodes { id } } }"))
                    .startsWith("No Participation among participations has committed in CNY and fulfils of.");
        }
    }

    @Test
    void groups_by_unknown_values_are_refused() {
        assertThat(refused("{ participations { groups(by: [{role: VALUE}], orderBy: [{sum: {committed: {currency: \"CHF\","
                + " direction: DESC}}}]) { nodes { count } } } }")).startsWith("No Participation has committed in CHF.");
        assertThat(refused("{ participations { groups(by: [{role: VALUE}], having: {sum: {committed: {currency: \"CHF\","
                + " is: {gte: 1}}}}) { nodes { count } } } }")).contains("No group would be kept. There are: ");
    }

    @Test
    void only_metrics_that_occur_are_accepted() {
        String document = "{ financialReports(first: 100) { nodes { value(metric: \"%s\") } } }";
        assertThat(refused(document.formatted("none"))).startsWith("The metric \"none\" is nowhere. There are: ");
        assertThat(refused("{ figures(first: 100) { nodes { report { value(metric: \"none\") } } } }"))
                .startsWith("The metric \"none\" is nowhere.");
        JsonNode none = ask(
                new GraphQLRequest("{ financialReports(first: 0) { nodes { value(metric: \"none\") } } }", null, Map.of()));
        assertThat(none.at("/data/financialReports/nodes")).isEmpty();
    }

    private String refused(String document) {
        JsonNode answer = answer(new GraphQLRequest(document, null, Map.of()));
        assertThat(answer.at("/errors/0/extensions/code").asText()).as(answer.toString()).isEqualTo("BAD_USER_INPUT");
        return answer.at("/errors/0/message").asText();
    }
}
