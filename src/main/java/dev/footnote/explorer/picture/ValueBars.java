package dev.footnote.explorer.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SummableAttribute;

/**
 * Values of several records as bars. A bar is as long as its value is large among those of the same unit and currency. Growth
 * that is stated is drawn beside the same growth as computed.
 */
public final class ValueBars {

    private final Growth growth;
    private final List<String> units = new ArrayList<>();
    private final List<BigDecimal> values = new ArrayList<>();
    private final Map<String, BigDecimal> largest = new HashMap<>();

    private ValueBars(EntityType type, SummableAttribute sum, JsonNode records) {
        growth = Growth.of(type, records);
        for (JsonNode record : records) {
            JsonNode holder = sum.attribute() instanceof Attribute.Embedded group ? record.path(group.name()) : record;
            String unit = sum.apart().stream().map(part -> holder.path(part.name()).asText()).collect(Collectors.joining(" "));
            JsonNode value = holder.path(sum.added().name());
            units.add(unit);
            values.add(value.isTextual() ? new BigDecimal(value.asText()) : null);
            if (value.isTextual()) {
                largest.merge(unit, new BigDecimal(value.asText()).abs(), BigDecimal::max);
            }
        }
    }

    /** The bars of records; empty if their values cannot be compared, or if no two of them can. */
    public static Optional<ValueBars> of(EntityType type, JsonNode records) {
        return type.sums().stream().findFirst().map(sum -> new ValueBars(type, sum, records))
                .filter(bars -> bars.largest.keySet().stream()
                        .anyMatch(unit -> bars.units.stream().filter(unit::equals).count() > 1));
    }

    /** The drawing of one record; null if it has no value. */
    public Strip strip(int index) {
        BigDecimal value = values.get(index);
        BigDecimal most = largest.get(units.get(index));
        if (value == null || most == null || most.signum() == 0) {
            return null;
        }
        Strip.Bar bar = Strip.bar(0, share(value, most), value.signum() < 0 ? "negative" : "stated");
        BigDecimal stated = growth.stated().get(index);
        BigDecimal computed = growth.computed().get(index);
        if (stated == null || computed == null || growth.most().signum() == 0) {
            return new Strip(List.of(bar), null);
        }
        return new Strip(List.of(bar, Strip.bar(0, share(stated, growth.most()), "stated", 13, 4),
                Strip.bar(0, share(computed, growth.most()), "computed", 20, 4)), null, 26);
    }

    private static double share(BigDecimal value, BigDecimal most) {
        return value.abs().doubleValue() / most.doubleValue();
    }

    /**
     * What is stated about several records, and the same as computed; null where one is unknown.
     *
     * @param most the largest of all, without its sign
     */
    private record Growth(List<BigDecimal> stated, List<BigDecimal> computed, BigDecimal most) {

        /** The first field that is stated and also computed. */
        static Growth of(EntityType type, JsonNode records) {
            Optional<Attribute> computed = type.attributes().stream()
                    .filter(attribute -> ComputedValues.stated(type, attribute).isPresent()).findFirst();
            List<BigDecimal> statedValues = numbers(records, computed.flatMap(one -> ComputedValues.stated(type, one)));
            List<BigDecimal> computedValues = numbers(records, computed);
            BigDecimal most = Stream.concat(statedValues.stream(), computedValues.stream()).filter(Objects::nonNull)
                    .map(BigDecimal::abs).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
            return new Growth(statedValues, computedValues, most);
        }

        private static List<BigDecimal> numbers(JsonNode records, Optional<Attribute> attribute) {
            String field = attribute.map(Attribute::name).orElse("");
            List<BigDecimal> numbers = new ArrayList<>();
            records.forEach(record -> numbers.add(
                    record.path(field).isTextual() ? new BigDecimal(record.path(field).asText()) : null));
            return numbers;
        }
    }
}
