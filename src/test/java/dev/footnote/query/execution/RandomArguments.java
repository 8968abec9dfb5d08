package dev.footnote.query.execution;

import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.footnote.metamodel.EntityType;
import graphql.schema.GraphQLSchema;

/** Random arguments of lists. */
final class RandomArguments {

    private final RandomValues values;
    private final RandomFilter filters;
    private final RandomOrder orders;
    private final RandomGroups groups;

    RandomArguments(Random random, GraphQLSchema schema, Records records) {
        values = new RandomValues(random, schema, records);
        filters = new RandomFilter(values);
        orders = new RandomOrder(values, filters);
        groups = new RandomGroups(values, orders, schema);
    }

    RandomValues values() {
        return values;
    }

    Map<String, Object> filter(EntityType entityType, int depth) {
        // not deep into thousands, because a way back to them looks at all of them for each
        return filters.of(entityType, values.thousands(entityType) ? Math.min(depth, 1) : depth);
    }

    List<Object> order(EntityType entityType) {
        return orders.of(entityType);
    }

    Map<String, Object> groups(EntityType entityType) {
        return groups.of(entityType);
    }

    /** Puts a time or all times again, and now and then whether it is enough that a relation can have held. */
    void time(Map<String, Object> given) {
        switch (values.below(8)) {
            case 0 -> given.put("at", null);
            case 1 -> given.put("possibly", values.chance(2) ? null : false);
            case 2, 3 -> {
                given.put("at", values.date());
                given.put("possibly", values.chance(2));
            }
            default -> given.put("at", values.date());
        }
    }
}
