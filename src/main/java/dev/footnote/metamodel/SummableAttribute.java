package dev.footnote.metamodel;

import java.util.List;

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
}
