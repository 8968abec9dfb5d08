package dev.footnote.metamodel;

import dev.footnote.metamodel.annotation.BaseEntity;

/**
 * A step from one record to another of the same entity type.
 *
 * @param facts the records that connect the two, which may be the records themselves
 * @param from the column there that refers to the record where the step starts
 * @param to the column there that refers to the record where the step ends
 * @param condition an additional condition there, in SQL with {@code %s} for the alias, or null
 */
public record TraversalStep(Class<? extends BaseEntity> facts, String from, String to, String condition) {
}
