package dev.footnote.metamodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An attribute that can be summed, separately for each unit and currency, because amounts in two currencies have no sum.
 *
 * @param attribute a value, or a group whose first value is summed
 * @param apart the values that must be equal
 */
public record SummableAttribute(Attribute attribute, List<Attribute.Scalar> apart) {

    /** The base name of its types in the schema, such as Money or FigureValue. */
    public String type(EntityType entityType) {
        return attribute instanceof Attribute.Embedded group ? group.type()
                : entityType.type() + Character.toUpperCase(attribute.name().charAt(0)) + attribute.name().substring(1);
    }

    public Attribute.Scalar added() {
        return attribute instanceof Attribute.Embedded group ? group.values().get(0) : (Attribute.Scalar) attribute;
    }

    /**
     * The filter for values that may be summed together.
     *
     * @param values of the fields that must be equal, by name; if one is missing, the field must be unknown
     */
    public Map<String, Object> filter(Map<String, Object> values) {
        Map<String, Object> filter = new LinkedHashMap<>();
        for (Attribute.Scalar part : apart) {
            Object value = values.get(part.name());
            filter.put(part.name(), value == null ? Map.of("isNull", true) : Map.of("eq", value));
        }
        return attribute instanceof Attribute.Embedded ? Map.of(attribute.name(), filter) : filter;
    }
}
