package dev.footnote.domain.finance;

import static dev.footnote.metamodel.SortKey.descending;

import jakarta.inject.Singleton;

import dev.footnote.domain.initiative.Initiative;
import dev.footnote.domain.organization.Organization;
import dev.footnote.domain.product.Product;
import dev.footnote.domain.source.SourceSchema;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.SchemaContributor;
import dev.footnote.metamodel.SortKey;

/** Adds financial reports, and figures on reports, organizations, initiatives and products, to the schema. */
@Singleton
public class FinancialReportSchema implements SchemaContributor {

    /** Selects the first value of a metric. It orders by all columns of the index, because H2 uses the index only then. */
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
    public void contributeTo(Metamodel metamodel) {
        SortKey[] latest = { descending("fiscalYear"), descending("period") };
        metamodel.lookup("financialReport", FinancialReport.class, "One financial report.");
        metamodel.list("financialReports", FinancialReport.class, "All financial reports, the latest first.", latest);
        metamodel.list("figures", Figure.class, "All figures.");
        metamodel.many(Organization.class, "financialReports", FinancialReport.class, "organization",
                "The results that the organization reported, the latest first.", latest);
        metamodel.many(Organization.class, "figures", Figure.class, "organization",
                "Numbers that are stated about the organization outside of its reports.");
        metamodel.many(Initiative.class, "figures", Figure.class, "initiative",
                "Numbers that are stated about the initiative.");
        metamodel.many(Product.class, "figures", Figure.class, "product", "Numbers that are stated about the product.");
        metamodel.many(FinancialReport.class, "figures", Figure.class, "report", "The figures that the report states.");
        metamodel.pick(FinancialReport.class, "value",
                "The value of one figure, the first where sources disagree; its source and all"
                        + " else are among the figures.",
                new Attribute.Pick("metric", "What is measured, such as revenue. One that no"
                        + " report has is an error that lists those there are.", FIRST_VALUE, ANY_METRIC, METRICS));
        LatestFigureOrder.contributeTo(metamodel);
        DerivedFigures.contributeTo(metamodel);
        SourceSchema.cite(metamodel, FinancialReport.class);
        SourceSchema.cite(metamodel, Figure.class);
    }
}
