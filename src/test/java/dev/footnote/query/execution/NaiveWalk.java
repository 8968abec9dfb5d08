package dev.footnote.query.execution;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.TraversalStep;
import dev.footnote.query.execution.Records.Row;

/** Reference implementation of traversals, step by step. */
final class NaiveWalk {

    private final Records records;
    private final HeldRequests held;

    NaiveWalk(Records records, HeldRequests held) {
        this.records = records;
        this.held = held;
    }

    /** All records within so many steps. */
    List<Row> from(Row start, Attribute.Hierarchy relation, Object depth) {
        int most = relation.deep() ? depth == null ? 20 : (Integer) depth : 1;
        Set<Integer> reached = new LinkedHashSet<>();
        Set<Integer> rim = new HashSet<>(Set.of(start.id()));
        for (int i = 0; i < most && !rim.isEmpty(); i++) {
            Set<Integer> from = rim;
            rim = relation.steps().stream().flatMap(step -> records.all(records.metamodel().entityType(step.facts())).stream()
                    .filter(fact -> held.by(fact, null, records) && leads(step, fact) && from.contains(end(fact, step.from())))
                    .map(fact -> end(fact, step.to()))).filter(id -> id != null && !reached.contains(id))
                    .collect(Collectors.toSet());
            reached.addAll(rim);
        }
        return records.all(start.entityType()).stream().filter(row -> reached.contains(row.id())).toList();
    }

    /** Whether a record is one that has the slug, or is a part of it. */
    boolean within(Row row, Object slug, Object depth) {
        return records.all(row.entityType()).stream().filter(one -> one.values().get("slug").equals(slug)).anyMatch(
                one -> one == row
                        || from(one, (Attribute.Hierarchy) row.entityType().attribute(Metamodel.PARTS), depth).contains(row));
    }

    private static boolean leads(TraversalStep step, Row fact) {
        return step.condition() == null || step.condition().contains("'" + fact.values().get("kind") + "'");
    }

    private static Integer end(Row fact, String column) {
        EntityType entityType = fact.entityType();
        return column.equals("id") ? (Integer) fact.id()
                : entityType.attributes().stream()
                        .filter(attribute -> attribute instanceof Attribute.ToOne relation && relation.column().equals(column))
                        .findFirst()
                        .map(attribute -> (Integer) fact.value(attribute)).orElse(null);
    }
}
