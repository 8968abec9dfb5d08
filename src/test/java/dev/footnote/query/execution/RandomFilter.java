package dev.footnote.query.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;

/** Random filters: on values, on related records, nested. */
final class RandomFilter {

    private final RandomValues values;

    RandomFilter(RandomValues values) {
        this.values = values;
    }

    Map<String, Object> of(EntityType entityType, int depth) {
        Map<String, Object> filter = new LinkedHashMap<>();
        for (int parts = values.below(depth > 1 ? 3 : 2) + (values.chance(8) ? 0 : 1); parts > 0; parts--) {
            if (entityType.attribute(Metamodel.PARTS) instanceof Attribute.Hierarchy && values.chance(8)) {
                filter.put("within", values.within(entityType));
                continue;
            }
            int sort = depth == 0 ? 14 : values.below(15);
            if (sort < 3) {
                filter.put(sort < 2 ? "or" : "and", list(entityType, depth - 1));
            } else if (sort < 5) {
                filter.put("not", of(entityType, depth - 1));
            } else if (sort < 10) {
                relation(entityType, depth - 1, filter);
            } else {
                value(entityType, filter);
            }
        }
        return filter;
    }

    private List<Object> list(EntityType entityType, int depth) {
        List<Object> filters = new ArrayList<>();
        for (int i = values.below(4); i > 0; i--) {
            filters.add(of(entityType, depth));
        }
        return filters;
    }

    private void value(EntityType entityType, Map<String, Object> filter) {
        Attribute.Scalar value = values
                .any(values.attributes(entityType, Attribute.Scalar.class, entityType.type() + "Filter"));
        filter.put(value.name(), values.operators(entityType, value));
        values.attributes(entityType, Attribute.Embedded.class, entityType.type() + "Filter").stream()
                .filter(group -> values.chance(4))
                .forEach(group -> filter.put(group.name(), group(entityType, group)));
    }

    private Map<String, Object> group(EntityType entityType, Attribute.Embedded group) {
        Map<String, Object> parts = new LinkedHashMap<>();
        group.values().stream().filter(value -> values.chance(2))
                .forEach(value -> parts.put(value.name(), values.operators(entityType, value)));
        return parts;
    }

    private void relation(EntityType entityType, int depth, Map<String, Object> filter) {
        List<Attribute> relations = new ArrayList<>(
                values.attributes(entityType, Attribute.ToOne.class, entityType.type() + "Filter"));
        relations.addAll(values.attributes(entityType, Attribute.ToMany.class, entityType.type() + "Filter"));
        Attribute relation = relations.isEmpty() ? null : values.any(relations);
        if (relation instanceof Attribute.ToOne one) {
            filter.put(one.name(), of(values.entityType(one), depth));
        } else if (relation instanceof Attribute.ToMany many) {
            filter.put(many.name(), many(values.entityType(many), depth));
        } else {
            value(entityType, filter);
        }
    }

    private Map<String, Object> many(EntityType entityType, int depth) {
        Map<String, Object> filter = new LinkedHashMap<>();
        for (int parts = values.chance(10) ? 0 : values.chance(5) ? 2 : 1; parts > 0; parts--) {
            String part = values.any(List.of("some", "some", "none", "every", "count", "count"));
            if (!part.equals("count")) {
                filter.put(part, of(entityType, depth));
                continue;
            }
            filter.put("count", values.counts());
            if (values.chance(2)) {
                filter.put("counted", of(entityType, depth));
            }
        }
        return filter;
    }
}
