package dev.footnote.dataset.history;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.annotation.Restatable;

/** SQL for the ids of records that a later revision replaces. */
public final class SupersededRows {

    private SupersededRows() {
    }

    /**
     * The query; empty if the records have no revisions of their own.
     *
     * @param schema of the table, with a dot behind it; may be empty
     */
    public static Optional<String> select(EntityType entityType, String schema) {
        Restatable revised = entityType.revised();
        if (revised == null || !revised.through().isEmpty()) {
            return Optional.empty();
        }
        String number = entityType.value(revised.number()).column();
        return Optional.of("""
                SELECT r.id
                FROM (
                  SELECT t.id, t.%1$s AS revision, MAX(t.%1$s) OVER (PARTITION BY %2$s) AS latest
                  FROM %3$s%4$s t) r
                WHERE r.revision < r.latest""".formatted(number, Arrays.stream(revised.alike())
                .map(name -> "t." + column(entityType.attribute(name))).collect(Collectors.joining(", ")), schema,
                entityType.table()));
    }

    private static String column(Attribute attribute) {
        return attribute instanceof Attribute.ToOne relation ? relation.column() : ((Attribute.Scalar) attribute).column();
    }
}
