package dev.footnote.domain.finance;

import static graphql.schema.GraphQLNonNull.nonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.footnote.domain.organization.Organization;
import dev.footnote.metamodel.ComputedSortKey;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.QueryField;
import graphql.Scalars;
import graphql.schema.GraphQLInputType;

/** Sorts organizations by a figure of their latest reports, such as revenue. */
final class LatestFigureOrder {

    /** Selects the known figures as text. A figure with a currency is money and is listed with its currency. */
    private static final String THERE = """
            SELECT DISTINCT CONCAT_WS(' ', f.metric, COALESCE(f.currency, f.unit), r.period) AS told
            FROM financial_report r
            JOIN figure f ON f.report_id = r.id
            WHERE f.qualifier <> 'PLANNED'
            ORDER BY told FETCH FIRST 20 ROWS ONLY""";

    private LatestFigureOrder() {
    }

    static void contributeTo(Metamodel metamodel) {
        metamodel.order(Organization.class,
                new ComputedSortKey("reported", "An order by one figure of the latest report that has it:"
                        + " the one of the latest fiscal year and revision among the reports on the period. Plans do not count."
                        + " Organizations without one are taken for unknown.", parameters(metamodel), LatestFigureOrder::number,
                        THERE));
    }

    private static List<QueryField.Argument> parameters(Metamodel metamodel) {
        GraphQLInputType currency = (GraphQLInputType) metamodel.entityType(Figure.class).value("currency").type();
        return List.of(
                new QueryField.Argument("metric", "What is measured, such as revenue.", nonNull(Scalars.GraphQLString), null),
                new QueryField.Argument("unit", "What the value counts.", nonNull(leaf(metamodel, Unit.class)), null),
                new QueryField.Argument("currency", "The currency of the value, where it is money.", currency, null),
                new QueryField.Argument("period",
                        "The part of the fiscal year that is compared, because a quarter is no year.",
                        nonNull(leaf(metamodel, ReportPeriod.class)), null),
                new QueryField.Argument("fiscalYear", "Only reports on this year; the latest year of each when not given.",
                        Scalars.GraphQLInt, null));
    }

    private static GraphQLInputType leaf(Metamodel metamodel, Class<?> type) {
        return (GraphQLInputType) metamodel.leaf(type);
    }

    private static ComputedSortKey.Bound number(String alias, Map<String, Object> how) {
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
        return new ComputedSortKey.Bound("""
                (SELECT f.amount
                FROM financial_report r
                JOIN figure f ON f.report_id = r.id
                WHERE r.organization_id = %s.id AND r.period = ? AND f.metric = ? AND f.unit = ? AND %s%s
                AND f.qualifier <> 'PLANNED'
                ORDER BY r.fiscal_year DESC, r.revision DESC, r.id DESC, f.id FETCH FIRST ROW ONLY)"""
                .formatted(alias, currency, year), values);
    }
}
