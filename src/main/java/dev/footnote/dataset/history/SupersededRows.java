package dev.footnote.dataset.history;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.FilterableAttribute;
import dev.footnote.metamodel.annotation.Restatable;

/** SQL for the ids of records that a later revision replaces. */
public final class SupersededRows {

    private SupersededRows() {
    }

    /**
     * The query; empty if the records have no revisions of their own. It looks for a later revision of each record, by the
     * index of its first field, because a query of a few records must not read them all.
     *
     * @param schema of the table, with a dot behind it; may be empty
     */
    public static Optional<String> select(EntityType entityType, String schema) {
        Restatable revised = entityType.revised();
        if (revised == null || !revised.through().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("""
                SELECT r.id
                FROM %1$s%2$s r
                WHERE EXISTS (
                  SELECT 1
                  FROM %1$s%2$s o
                  WHERE %3$s
                  AND o.%4$s > r.%4$s)""".formatted(schema, entityType.table(), Arrays.stream(revised.alike())
                .map(name -> isAlike((FilterableAttribute.Stored) entityType.attribute(name)))
                .collect(Collectors.joining("\nAND ")),
                entityType.value(revised.number()).column()));
    }

    private static String isAlike(FilterableAttribute.Stored attribute) {
        return attribute.match(value -> isAlike(value.column(), value.required()),
                group -> group.values().stream().map(SupersededRows::isAlike).collect(Collectors.joining("\nAND ")),
                relation -> isAlike(relation.column(), relation.required()));
    }

    private static String isAlike(String column, boolean required) {
        // PostgreSQL uses an index for an equation only
        return "o.%1$s %2$s r.%1$s".formatted(column, required ? "=" : "IS NOT DISTINCT FROM");
    }
}
