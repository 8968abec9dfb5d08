package dev.footnote.report;

import static dev.footnote.graph.Order.descending;

import jakarta.inject.Singleton;

import dev.footnote.graph.Api;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Order;
import dev.footnote.initiative.Initiative;
import dev.footnote.organization.Organization;
import dev.footnote.product.Product;
import dev.footnote.source.SourceApi;

/** Serves financial reports, and figures on reports, organizations, initiatives and products. */
@Singleton
public class ReportApi implements Api {

    /** Orders by all columns of the index, because H2 takes an index for nothing less. */
    private static final String FIRST_VALUE = """
            (SELECT f.amount FROM figure f
            WHERE f.report_id = %s.id AND f.metric = ?
            ORDER BY f.report_id, f.metric, f.id FETCH FIRST ROW ONLY)""";

    private static final String ANY_METRIC = """
            SELECT 1 FROM figure f
            WHERE f.metric = ? AND f.report_id IS NOT NULL
            FETCH FIRST ROW ONLY""";

    private static final String METRICS = """
            SELECT DISTINCT f.metric FROM figure f
            WHERE f.report_id IS NOT NULL
            ORDER BY f.metric FETCH FIRST 40 ROWS ONLY""";

    @Override
    public void hangOn(Graph graph) {
        Order[] latest = { descending("fiscalYear"), descending("period") };
        graph.lookup("financialReport", FinancialReport.class, "One financial report.");
        graph.list("financialReports", FinancialReport.class, "All financial reports, the latest first.", latest);
        graph.list("figures", Figure.class, "All figures.");
        graph.many(Organization.class, "financialReports", FinancialReport.class, "organization",
                "The results that the organization reported, the latest first.", latest);
        graph.many(Organization.class, "figures", Figure.class, "organization",
                "Numbers that are stated about the organization outside of its reports.");
        graph.many(Initiative.class, "figures", Figure.class, "initiative", "Numbers that are stated about the initiative.");
        graph.many(Product.class, "figures", Figure.class, "product", "Numbers that are stated about the product.");
        graph.many(FinancialReport.class, "figures", Figure.class, "report", "The figures that the report states.");
        graph.pick(FinancialReport.class, "value",
                "The value of one figure, the first where sources disagree; its source and all"
                        + " else are among the figures.",
                new Member.Pick("metric", "What is measured, such as revenue. One that no"
                        + " report has is an error that lists those there are.", FIRST_VALUE, ANY_METRIC, METRICS));
        LatestFigure.hangOn(graph);
        Reckoning.hangOn(graph);
        SourceApi.cite(graph, FinancialReport.class);
        SourceApi.cite(graph, Figure.class);
    }
}
