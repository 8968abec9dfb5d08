package dev.footnote.domain.finance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.Metamodel;

/** Values derived from stated figures. They are served beside the stated figures, so that a reader can check them. */
final class DerivedFigures {

    /**
     * Selects the figure of the year before: from the latest revision, and the first one if figures within a report disagree.
     * It uses outer joins, because H2 runs those in the given order; with other joins it would start with all figures of the
     * metric.
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

    /** The value of a figure for growth rates. A bound or a plan is not a value from which growth can be computed. */
    private static final String VALUE = "CASE WHEN %1$s.qualifier IN ('EXACT', 'ABOUT') THEN %1$s.amount END";

    private static final String VALUE_BEFORE = "(SELECT " + VALUE.formatted("y") + " FROM figure y WHERE y.id = " + YEAR_BEFORE
            + ")";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PLACES_OF_GROWTH = 2;
    private static final int PLACES_OF_RATE = 6;

    private DerivedFigures() {
    }

    static void contributeTo(Metamodel metamodel) {
        metamodel.addAttribute(Figure.class,
                new Attribute.DerivedToOne("yearBefore", "The same figure a year before: of the same metric, unit and"
                        + " currency, in a report of the same organization on the same part of the fiscal year before, of the latest"
                        + " revision. Null where there is none.", Figure.class, YEAR_BEFORE));
        metamodel.compute(Figure.class, "growthComputed", "Growth on yearBefore in percent, computed from the two values and"
                + " rounded to 2 places, halves away from zero. Null where one is not there or is only a bound or a plan, and"
                + " where the value before is not positive.", List.of(VALUE, VALUE_BEFORE), DerivedFigures::growth);
        metamodel.compute(Figure.class, "impliedRate",
                "The exchange rate that the source implies: units of the currency for one"
                        + " of the equivalent's, computed from the two amounts and rounded to 6 places, halves away from zero. Null"
                        + " without an equivalent.",
                List.of("%1$s.amount", "%1$s.equivalent_amount"), DerivedFigures::rate);
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
