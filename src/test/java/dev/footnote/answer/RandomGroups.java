package dev.footnote.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.graph.Noun;
import dev.footnote.graph.Sum;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;

/** Keys to group by, what groups are kept and their order, by chance. */
final class RandomGroups {

    private final RandomValues values;
    private final RandomOrder orders;
    private final GraphQLSchema schema;

    RandomGroups(RandomValues values, RandomOrder orders, GraphQLSchema schema) {
        this.values = values;
        this.orders = orders;
        this.schema = schema;
    }

    Map<String, Object> of(Noun noun) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("by", by(noun));
        if (values.chance(3)) {
            given.put("having", having(noun));
        }
        if (values.chance(2)) {
            given.put("orderBy", order(noun));
        }
        return given;
    }

    private List<Object> by(Noun noun) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (int i = 1 + values.below(values.chance(3) ? 5 : 2); i > 0; i--) {
            Map<String, Object> key = key(schema.getTypeAs(noun.type() + "GroupBy"), 3);
            // no key twice, however its groups are made
            keys.put(Literal.of(key).replaceAll("[A-Z]+}", ""), key);
        }
        return List.copyOf(keys.values());
    }

    private Map<String, Object> key(GraphQLInputObjectType type, int depth) {
        GraphQLInputObjectField field = values.any(type.getFieldDefinitions().stream()
                .filter(one -> depth > 0 || one.getType() instanceof GraphQLEnumType).toList());
        return Map.of(field.getName(), field.getType() instanceof GraphQLEnumType how
                ? new Literal.Constant(values.any(how.getValues()).getName())
                : key((GraphQLInputObjectType) field.getType(), depth - 1));
    }

    private Map<String, Object> having(Noun noun) {
        Map<String, Object> having = new LinkedHashMap<>();
        if (values.chance(2)) {
            having.put("count", values.counts());
        }
        if (!noun.sums().isEmpty() && values.chance(2)) {
            Sum sum = values.any(List.copyOf(noun.sums()));
            Map<String, Object> asked = orders.apart(sum);
            asked.put("is", values.operators(noun, sum.added()));
            having.put("sum", Map.of(sum.member().name(), asked));
        }
        return having;
    }

    private List<Object> order(Noun noun) {
        List<Object> keys = new ArrayList<>();
        for (int i = values.below(3); i > 0; i--) {
            keys.add(switch (values.below(noun.sums().isEmpty() ? 2 : 3)) {
                case 0 -> Map.of("key", orders.direction());
                case 1 -> Map.of("count", orders.direction());
                default -> Map.of("sum", orders.sum(noun));
            });
        }
        return keys;
    }
}
