package dev.footnote.report;

import static graphql.schema.GraphQLNonNull.nonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.footnote.graph.Graph;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Root;
import dev.footnote.organization.Organization;
import graphql.Scalars;
import graphql.schema.GraphQLInputType;

/** Orders organizations by a figure of their latest reports, such as revenue. */
final class LatestFigure {

    /** What has a currency is money, and is told by that. */
    private static final String THERE = """
            SELECT DISTINCT CONCAT_WS(' ', f.metric, COALESCE(f.currency, f.unit), r.period) AS told
            FROM financial_report r
            JOIN figure f ON f.report_id = r.id
            WHERE f.qualifier <> 'PLANNED'
            ORDER BY told FETCH FIRST 20 ROWS ONLY""";

    private LatestFigure() {
    }

    static void hangOn(Graph graph) {
        graph.order(Organization.class, new Noun.SortKey("reported", "An order by one figure of the latest report that has it:"
                + " the one of the latest fiscal year and revision among the reports on the period. Plans do not count."
                + " Organizations without one are taken for unknown.", parameters(graph), LatestFigure::number, THERE));
    }

    private static List<Root.Parameter> parameters(Graph graph) {
        GraphQLInputType currency = (GraphQLInputType) graph.noun(Figure.class).value("currency").type();
        return List.of(
                new Root.Parameter("metric", "What is measured, such as revenue.", nonNull(Scalars.GraphQLString), null),
                new Root.Parameter("unit", "What the value counts.", nonNull(leaf(graph, Unit.class)), null),
                new Root.Parameter("currency", "The currency of the value, where it is money.", currency, null),
                new Root.Parameter("period", "The part of the fiscal year that is compared, because a quarter is no year.",
                        nonNull(leaf(graph, ReportPeriod.class)), null),
                new Root.Parameter("fiscalYear", "Only reports on this year; the latest year of each when not given.",
                        Scalars.GraphQLInt, null));
    }

    private static GraphQLInputType leaf(Graph graph, Class<?> type) {
        return (GraphQLInputType) graph.leaf(type);
    }

    private static Noun.Bound number(String alias, Map<String, Object> how) {
        List<Object> values = new ArrayList<>(List.of(how.get("period"), how.get("metric"), how.get("unit")));
        String currency = "f.currency IS NULL";
        if (how.get("currency") != null) {
            currency = "f.currency = ?";
            values.add(how.get("currency"));
        }
        String year = "";
        if (how.get("fiscalYear") != null) {
            year = " AND r.fiscal_year = ?";
            values.add(how.get("fiscalYear"));
        }
        return new Noun.Bound("""
                (SELECT f.amount
                FROM financial_report r
                JOIN figure f ON f.report_id = r.id
                WHERE r.organization_id = %s.id AND r.period = ? AND f.metric = ? AND f.unit = ? AND %s%s
                AND f.qualifier <> 'PLANNED'
                ORDER BY r.fiscal_year DESC, r.revision DESC, r.id DESC, f.id FETCH FIRST ROW ONLY)"""
                .formatted(alias, currency, year), values);
    }
}
