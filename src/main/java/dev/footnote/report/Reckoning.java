package dev.footnote.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;

/** What follows from figures as stated: it stands beside what sources say, so that a reader can check them. */
final class Reckoning {

    /**
     * Takes the latest revision first, and of figures that disagree within a report the first. Outer joins, because H2 runs
     * those in their order; of others it would begin with all figures of the metric.
     */
    private static final String YEAR_BEFORE = """
            (SELECT b.id
            FROM financial_report r
            LEFT JOIN financial_report e ON e.organization_id = r.organization_id
            AND e.fiscal_year = r.fiscal_year - 1 AND e.period = r.period
            LEFT JOIN figure b ON b.report_id = e.id AND b.metric = %1$s.metric AND b.unit = %1$s.unit
            AND b.currency IS NOT DISTINCT FROM %1$s.currency AND b.qualifier <> 'PLANNED'
            WHERE r.id = %1$s.report_id AND b.id IS NOT NULL
            ORDER BY e.revision DESC, e.id DESC, b.id FETCH FIRST ROW ONLY)""";

    /** A bound or a plan is no value that growth could be computed from. */
    private static final String VALUE = "CASE WHEN %1$s.qualifier IN ('EXACT', 'ABOUT') THEN %1$s.amount END";

    private static final String VALUE_BEFORE = "(SELECT " + VALUE.formatted("y") + " FROM figure y WHERE y.id = " + YEAR_BEFORE
            + ")";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PLACES_OF_GROWTH = 2;
    private static final int PLACES_OF_RATE = 6;

    private Reckoning() {
    }

    static void hangOn(Graph graph) {
        graph.hang(Figure.class, new Member.Found("yearBefore", "The same figure a year before: of the same metric, unit and"
                + " currency, in a report of the same organization on the same part of the fiscal year before, of the latest"
                + " revision. Null where there is none.", Figure.class, YEAR_BEFORE));
        graph.compute(Figure.class, "growthComputed", "Growth on yearBefore in percent, computed from the two values and"
                + " rounded to 2 places, halves away from zero. Null where one is not there or is only a bound or a plan, and"
                + " where the value before is not positive.", List.of(VALUE, VALUE_BEFORE), Reckoning::growth);
        graph.compute(Figure.class, "impliedRate", "The exchange rate that the source implies: units of the currency for one"
                + " of the equivalent's, computed from the two amounts and rounded to 6 places, halves away from zero. Null"
                + " without an equivalent.", List.of("%1$s.amount", "%1$s.equivalent_amount"), Reckoning::rate);
    }

    private static BigDecimal growth(List<BigDecimal> values) {
        BigDecimal before = values.get(1);
        return before.signum() <= 0 ? null
                : values.get(0).subtract(before).multiply(HUNDRED).divide(before, PLACES_OF_GROWTH, RoundingMode.HALF_UP);
    }

    private static BigDecimal rate(List<BigDecimal> amounts) {
        BigDecimal equivalent = amounts.get(1);
        return equivalent.signum() == 0 ? null : amounts.get(0).divide(equivalent, PLACES_OF_RATE, RoundingMode.HALF_UP);
    }
}
