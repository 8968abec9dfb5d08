package dev.footnote.explorer.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SummableAttribute;

/** Values of several records as bars. A bar is as long as its value is large among those of the same unit and currency. */
public final class ValueBars {

    private final List<String> units = new ArrayList<>();
    private final List<BigDecimal> values = new ArrayList<>();
    private final Map<String, BigDecimal> largest = new HashMap<>();

    private ValueBars(SummableAttribute sum, JsonNode records) {
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
        return type.sums().stream().findFirst().map(sum -> new ValueBars(sum, records))
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
        return new Strip(List.of(Strip.bar(0, value.abs().doubleValue() / most.doubleValue(),
                value.signum() < 0 ? "computed" : "stated")), null);
    }
}
