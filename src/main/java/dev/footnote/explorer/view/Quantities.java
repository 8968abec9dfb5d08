package dev.footnote.explorer.view;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.picture.ComputedValues;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SummableAttribute;

/** The numbers of an entity type: values with their units, and values that are stated beside the same values as computed. */
public record Quantities(EntityType type, Wording wording) {

    /** Whether the attribute is the unit or the currency of a number, which is written with the number. */
    public boolean isUnit(Attribute attribute) {
        return type.sums().stream()
                .anyMatch(sum -> sum.attribute() instanceof Attribute.Scalar && sum.apart().contains(attribute));
    }

    /** Whether the attribute is shown beside the stated value that it is computed for. */
    public boolean isBesideStated(Attribute attribute) {
        return ComputedValues.stated(type, attribute).isPresent();
    }

    /** A value with its unit, and with what is computed for it. */
    public String text(Attribute attribute, JsonNode record) {
        String text = wording.value(attribute, record.path(attribute.name()));
        Optional<SummableAttribute> sum = type.sums().stream()
                .filter(one -> one.attribute().equals(attribute) && attribute instanceof Attribute.Scalar).findFirst();
        if (sum.isPresent()) {
            StringBuilder number = new StringBuilder(text);
            sum.get().apart().forEach(unit -> number.append(unit(unit, record.path(unit.name()))));
            return number.toString();
        }
        if (ComputedValues.isComputed(attribute)) {
            return wording.texts().computed(text);
        }
        return ComputedValues.of(type, attribute).filter(other -> record.hasNonNull(other.name()))
                .map(other -> wording.texts().stated(text) + " · "
                        + wording.texts().computed(wording.value(other, record.path(other.name()))))
                .orElse(text);
    }

    /** What follows a number: a percent sign, a currency, or nothing, because a number of things and an amount say it. */
    private String unit(Attribute.Scalar unit, JsonNode value) {
        return switch (value.asText("")) {
            case "", "null", "MONEY", "COUNT" -> "";
            case "PERCENT" -> " %";
            default -> " " + wording.value(unit, value);
        };
    }
}
