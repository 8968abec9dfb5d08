package dev.footnote.query.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SummableAttribute;
import dev.footnote.query.execution.Records.Row;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;

/** Random group keys, group conditions and orders. */
final class RandomGroups {

    private final RandomValues values;
    private final RandomOrder orders;
    private final GraphQLSchema schema;

    RandomGroups(RandomValues values, RandomOrder orders, GraphQLSchema schema) {
        this.values = values;
        this.orders = orders;
        this.schema = schema;
    }

    Map<String, Object> of(EntityType entityType) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("by", by(entityType));
        if (values.chance(3)) {
            given.put("having", having(entityType));
        }
        if (values.chance(2)) {
            given.put("orderBy", order(entityType));
        }
        return given;
    }

    private List<Object> by(EntityType entityType) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (int i = 1 + values.below(values.chance(3) ? 5 : 2); i > 0; i--) {
            Map<String, Object> key = values.chance(4) ? through(entityType, 1)
                    : key(schema.getTypeAs(entityType.type() + "GroupBy"), 3);
            // no key twice, however its groups are made
            keys.put(Literal.of(key).replaceAll("[A-Z]+}", ""), key);
        }
        return List.copyOf(keys.values());
    }

    private Map<String, Object> key(GraphQLInputObjectType type, int depth) {
        EntityType entityType = values.entityType(type.getName().replaceFirst("GroupBy$", ""));
        GraphQLInputObjectField field = values.any(type.getFieldDefinitions().stream()
                .filter(one -> depth > 0 || one.getType() instanceof GraphQLEnumType)
                .filter(one -> entityType == null || !(entityType.attribute(one.getName()) instanceof Attribute.ToMany))
                .toList());
        return part(field, depth);
    }

    private Map<String, Object> part(GraphQLInputObjectField field, int depth) {
        return Map.of(field.getName(), field.getType() instanceof GraphQLEnumType how
                ? new Literal.Constant(values.any(how.getValues()).getName())
                : key((GraphQLInputObjectType) field.getType(), depth - 1));
    }

    /** A key that leads through one list, from the record or from one that it names. */
    private Map<String, Object> through(EntityType entityType, int depth) {
        GraphQLInputObjectType type = schema.getTypeAs(entityType.type() + "GroupBy");
        List<Attribute.ToMany> lists = values.attributes(entityType, Attribute.ToMany.class, type.getName()).stream()
                .filter(relation -> !values.thousands(values.entityType(relation))).toList();
        List<Attribute.ToOne> ones = values.attributes(entityType, Attribute.ToOne.class, type.getName());
        if (depth > 0 && !ones.isEmpty() && (lists.isEmpty() || values.chance(2))) {
            Attribute.ToOne relation = values.any(ones);
            return Map.of(relation.name(), through(values.entityType(relation), depth - 1));
        }
        return lists.isEmpty() ? key(type, 0) : part(type.getFieldDefinition(values.any(lists).name()), 2);
    }

    private Map<String, Object> having(EntityType entityType) {
        Map<String, Object> having = new LinkedHashMap<>();
        if (values.chance(2)) {
            having.put("count", values.counts());
        }
        SummableAttribute sum = entityType.sums().isEmpty() || values.chance(2) ? null
                : values.any(List.copyOf(entityType.sums()));
        Row row = sum == null ? null : orders.having(values.rows(entityType), sum);
        if (row != null) {
            Map<String, Object> asked = RandomOrder.apart(sum, row);
            asked.put("is", values.operators(entityType, sum.added()));
            having.put("sum", Map.of(sum.attribute().name(), asked));
        }
        return having;
    }

    private List<Object> order(EntityType entityType) {
        List<Object> keys = new ArrayList<>();
        for (int i = values.below(3); i > 0; i--) {
            Map<String, Object> sum = values.chance(3) ? orders.sum(entityType) : null;
            keys.add(sum != null ? Map.of("sum", sum)
                    : values.chance(2) ? Map.of("key", orders.direction()) : Map.of("count", orders.direction()));
        }
        return keys;
    }
}
