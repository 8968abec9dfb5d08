package dev.footnote.query.execution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SummableAttribute;
import dev.footnote.metamodel.ValueType;
import dev.footnote.query.execution.Records.Day;
import dev.footnote.query.execution.Records.Row;

/** Reference implementation of aggregates. */
final class NaiveAggregate {

    private NaiveAggregate() {
    }

    /** Everything that can be asked, by the names of the fields. */
    static Map<String, Object> of(EntityType entityType, List<Row> rows) {
        Map<String, Object> aggregate = new LinkedHashMap<>();
        aggregate.put("count", rows.size());
        for (Attribute attribute : entityType.attributes()) {
            SummableAttribute sum = entityType.sums().stream().filter(one -> one.attribute() == attribute).findFirst()
                    .orElse(null);
            if (sum != null) {
                aggregate.put(attribute.name(), apart(rows, sum));
            } else if (attribute instanceof Attribute.Scalar value) {
                aggregate.put(value.name(), known(value, rows.stream().map(row -> row.value(value)).filter(Objects::nonNull)
                        .toList()));
            }
        }
        return aggregate;
    }

    /** One for each unit and currency, in their order, those that are unknown last. */
    private static List<Map<String, Object>> apart(List<Row> rows, SummableAttribute sum) {
        Comparator<List<String>> byPart = (left, right) -> 0;
        for (int i = 0; i < sum.apart().size(); i++) {
            int place = i;
            byPart = byPart.thenComparing(parts -> parts.get(place), Comparator.nullsLast(Comparator.naturalOrder()));
        }
        Map<List<String>, List<BigDecimal>> apart = new TreeMap<>(byPart);
        for (Row row : rows) {
            if (row.anywhere(sum.added()) != null) {
                List<String> parts = new ArrayList<>();
                sum.apart().forEach(part -> parts.add((String) row.anywhere(part)));
                apart.computeIfAbsent(parts, one -> new ArrayList<>()).add((BigDecimal) row.anywhere(sum.added()));
            }
        }
        List<Map<String, Object>> aggregates = new ArrayList<>();
        apart.forEach((parts, numbers) -> {
            Map<String, Object> aggregate = new LinkedHashMap<>(numbers(numbers));
            for (int i = 0; i < parts.size(); i++) {
                aggregate.put(sum.apart().get(i).name(), parts.get(i));
            }
            aggregates.add(aggregate);
        });
        return aggregates;
    }

    private static Map<String, Object> known(Attribute.Scalar value, List<Object> known) {
        if (value.domain() == ValueType.DECIMAL) {
            return numbers(known.stream().map(BigDecimal.class::cast).toList());
        }
        if (value.domain() == ValueType.INTEGER) {
            return integers(known.stream().map(Integer.class::cast).toList());
        }
        Map<String, Object> aggregate = new LinkedHashMap<>();
        aggregate.put("known", known.size());
        if (value.domain() == ValueType.DATE) {
            Comparator<Day> byLength = Comparator.comparing(day -> day.text().length());
            List<Day> days = known.stream().map(Day.class::cast).toList();
            aggregate.put("earliest", days.stream().min(Comparator.comparing(Day::earliest).thenComparing(byLength))
                    .map(Day::text).orElse(null));
            aggregate.put("latest", days.stream().max(Comparator.comparing(Day::latest).thenComparing(byLength.reversed()))
                    .map(Day::text).orElse(null));
        } else {
            aggregate.put("distinct", (int) known.stream().distinct().count());
        }
        return aggregate;
    }

    private static Map<String, Object> integers(List<Integer> known) {
        Map<String, Object> aggregate = numbers(known.stream().map(BigDecimal::valueOf).toList());
        aggregate.put("min", known.stream().min(Comparator.naturalOrder()).orElse(null));
        aggregate.put("max", known.stream().max(Comparator.naturalOrder()).orElse(null));
        return aggregate;
    }

    private static Map<String, Object> numbers(List<BigDecimal> known) {
        Map<String, Object> aggregate = new LinkedHashMap<>();
        BigDecimal sum = known.stream().reduce(BigDecimal::add).orElse(null);
        aggregate.put("known", known.size());
        aggregate.put("sum", sum);
        aggregate.put("average", sum == null ? null : sum.divide(BigDecimal.valueOf(known.size()), 12, RoundingMode.HALF_UP));
        aggregate.put("min", known.stream().min(Comparator.naturalOrder()).orElse(null));
        aggregate.put("max", known.stream().max(Comparator.naturalOrder()).orElse(null));
        return aggregate;
    }
}
