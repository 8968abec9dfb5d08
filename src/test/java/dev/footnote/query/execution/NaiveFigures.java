package dev.footnote.query.execution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.footnote.query.execution.Records.Row;

/** Reference implementation of values derived from figures. */
final class NaiveFigures {

    private final Records records;

    NaiveFigures(Records records) {
        this.records = records;
    }

    /** @return null where there is none */
    Row yearBefore(Row figure) {
        Row report = report(figure);
        if (report == null) {
            return null;
        }
        Comparator<Row> byReport = Comparator.<Row, Integer> comparing(one -> (Integer) report(one).values().get("revision"))
                .thenComparing(one -> report(one).id()).reversed();
        return records.all(figure.entityType()).stream()
                .filter(one -> report(one) != null && !"PLANNED".equals(one.values().get("qualifier")))
                .filter(one -> Stream.of("metric", "unit", "currency")
                        .allMatch(name -> Objects.equals(one.values().get(name), figure.values().get(name))))
                .filter(one -> Stream.of("organization", "period")
                        .allMatch(name -> report(one).values().get(name).equals(report.values().get(name))))
                .filter(one -> (Integer) report(one).values().get("fiscalYear") + 1 == (Integer) report.values()
                        .get("fiscalYear"))
                .min(byReport.thenComparing(Row::id)).orElse(null);
    }

    BigDecimal growth(Row figure) {
        Row before = yearBefore(figure);
        if (before == null || !isValue(figure) || !isValue(before) || value(before).signum() <= 0) {
            return null;
        }
        // the other way round than it is done: the ratio first, with more digits than any value has
        BigDecimal ratio = value(figure).divide(value(before), 60, RoundingMode.DOWN);
        return ratio.subtract(BigDecimal.ONE).movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal rate(Row figure) {
        Map<?, ?> equivalent = (Map<?, ?>) figure.values().get("equivalent");
        BigDecimal amount = equivalent == null ? null : (BigDecimal) equivalent.get("amount");
        return amount == null || amount.signum() == 0 ? null
                : value(figure).divide(amount, 60, RoundingMode.DOWN).setScale(6, RoundingMode.HALF_UP);
    }

    private static boolean isValue(Row figure) {
        return List.of("EXACT", "ABOUT").contains(figure.values().get("qualifier"));
    }

    private static BigDecimal value(Row figure) {
        return (BigDecimal) figure.values().get("value");
    }

    private Row report(Row figure) {
        return records.one(records.metamodel().entityTypeOfType("FinancialReport"), figure.values().get("report"));
    }
}
