package dev.footnote.explorer.picture;

import java.util.Optional;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;

/** Values that are computed from stated ones, such as {@code growthComputed} beside {@code growth}. */
public final class ComputedValues {

    private static final String SUFFIX = "Computed";

    private ComputedValues() {
    }

    /** Whether the attribute is computed from stated values, so that no document says it. */
    public static boolean isComputed(Attribute attribute) {
        return attribute instanceof Attribute.Formula;
    }

    /** What is computed for a stated value. */
    public static Optional<Attribute> of(EntityType type, Attribute stated) {
        return Optional.ofNullable(type.attribute(stated.name() + SUFFIX)).filter(ComputedValues::isComputed);
    }

    /** The stated value that the attribute is computed for. */
    public static Optional<Attribute> stated(EntityType type, Attribute computed) {
        return isComputed(computed) && computed.name().endsWith(SUFFIX)
                ? Optional.ofNullable(type.attribute(computed.name().substring(0, computed.name().length() - SUFFIX.length())))
                : Optional.empty();
    }
}
