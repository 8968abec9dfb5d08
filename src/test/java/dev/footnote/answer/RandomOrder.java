package dev.footnote.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Sum;
import graphql.schema.GraphQLEnumType;

/** Orders by chance: by values, by those of other records, by how many there are, by sums. */
final class RandomOrder {

    private static final List<String> DIRECTIONS = List.of("ASC", "DESC", "ASC_NULLS_FIRST", "DESC_NULLS_FIRST");

    private final RandomValues values;
    private final RandomFilter filters;

    RandomOrder(RandomValues values, RandomFilter filters) {
        this.values = values;
        this.filters = filters;
    }

    List<Object> of(Noun noun) {
        List<Object> keys = new ArrayList<>();
        for (int i = values.below(4); i > 0; i--) {
            keys.add(key(noun, null, 3));
        }
        return keys;
    }

    /** @param from the records that the key led away from; it does not lead back to those of which there are thousands */
    private Map<String, Object> key(Noun noun, Noun from, int depth) {
        String type = noun.type() + "Order";
        List<Member.ToOne> ones = values.members(noun, Member.ToOne.class, type);
        List<Member.ToMany> manys = values.members(noun, Member.ToMany.class, type).stream()
                .filter(way -> values.noun(way) != from || !values.thousands(from)).toList();
        int sort = values.below(6);
        if (sort < 2 && depth > 0 && !ones.isEmpty()) {
            Member.ToOne way = values.any(ones);
            return Map.of(way.name(), key(values.noun(way), noun, depth - 1));
        }
        if (sort < 4 && depth > 0 && !manys.isEmpty()) {
            Member.ToMany way = values.any(manys);
            return Map.of(way.name(), many(values.noun(way)));
        }
        List<Member.Group> groups = values.members(noun, Member.Group.class, type);
        if (sort == 4 && !groups.isEmpty()) {
            Map<String, Object> asked = apart(noun.sum(values.any(groups).name()));
            asked.put("direction", direction());
            return Map.of(values.any(groups).name(), asked);
        }
        return Map.of(values.any(values.members(noun, Member.Value.class, type)).name(), direction());
    }

    Literal.Constant direction() {
        return new Literal.Constant(values.any(DIRECTIONS));
    }

    private Map<String, Object> many(Noun noun) {
        Map<String, Object> order = new LinkedHashMap<>();
        if (values.chance(2)) {
            order.put("of", filters.of(noun, 1));
        }
        if (!noun.sums().isEmpty() && values.chance(2)) {
            order.put("sum", sum(noun));
        } else {
            order.put("count", direction());
        }
        return order;
    }

    Map<String, Object> sum(Noun noun) {
        Sum sum = values.any(List.copyOf(noun.sums()));
        Map<String, Object> asked = apart(sum);
        asked.put("direction", direction());
        return Map.of(sum.member().name(), asked);
    }

    /** The unit and the currency of what is added up. */
    Map<String, Object> apart(Sum sum) {
        Map<String, Object> apart = new LinkedHashMap<>();
        for (Member.Value part : sum.apart()) {
            if (part.type() instanceof GraphQLEnumType enumeration) {
                apart.put(part.name(), new Literal.Constant(values.any(enumeration.getValues()).getName()));
            } else if (part.required() || values.chance(2)) {
                apart.put(part.name(), values.any(List.of("CNY", "CNY", "USD", "EUR")));
            }
        }
        return apart;
    }
}
