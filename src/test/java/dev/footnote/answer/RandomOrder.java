package dev.footnote.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.answer.Records.Row;
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
            return Map.of(way.name(), many(values.noun(way), values.hanging(noun, way)));
        }
        List<Member.Group> groups = values.members(noun, Member.Group.class, type);
        if (sort == 4 && !groups.isEmpty()) {
            Sum sum = noun.sum(values.any(groups).name());
            Row row = having(values.rows(noun), sum);
            if (row != null) {
                return Map.of(sum.member().name(), directed(sum, row));
            }
        }
        return Map.of(values.any(values.members(noun, Member.Value.class, type)).name(), direction());
    }

    Literal.Constant direction() {
        return new Literal.Constant(values.any(DIRECTIONS));
    }

    /** @param hanging the records that hang on others by the relation */
    private Map<String, Object> many(Noun noun, List<Row> hanging) {
        Map<String, Object> order = new LinkedHashMap<>();
        Sum sum = values.chance(2) ? null : any(noun);
        Row row = sum == null ? null : having(hanging, sum);
        if (row == null) {
            if (values.chance(2)) {
                order.put("of", filters.of(noun, 1));
            }
            order.put("count", direction());
            return order;
        }
        if (values.chance(2)) {
            // one fulfils it at least, because an order by nothing is refused
            order.put("of", Map.of("or", List.of(Map.of("slug", Map.of("eq", row.values().get("slug"))), filters.of(noun, 1))));
        }
        order.put("sum", Map.of(sum.member().name(), directed(sum, row)));
        return order;
    }

    private Sum any(Noun noun) {
        return noun.sums().isEmpty() ? null : values.any(List.copyOf(noun.sums()));
    }

    /** A sum of what some record has; null where none has anything to be added up. */
    Map<String, Object> sum(Noun noun) {
        Sum sum = any(noun);
        Row row = sum == null ? null : having(values.rows(noun), sum);
        return row == null ? null : Map.of(sum.member().name(), directed(sum, row));
    }

    /** A record by chance that has what can be added up; null where there is none. */
    Row having(List<Row> rows, Sum sum) {
        List<Row> known = rows.stream().filter(row -> row.anywhere(sum.added()) != null).toList();
        return known.isEmpty() ? null : values.any(known);
    }

    private Map<String, Object> directed(Sum sum, Row row) {
        Map<String, Object> asked = apart(sum, row);
        asked.put("direction", direction());
        return asked;
    }

    /** The unit and the currency of what a record has. */
    static Map<String, Object> apart(Sum sum, Row row) {
        Map<String, Object> apart = new LinkedHashMap<>();
        for (Member.Value part : sum.apart()) {
            Object value = row.anywhere(part);
            if (value != null) {
                apart.put(part.name(), part.type() instanceof GraphQLEnumType ? new Literal.Constant((String) value) : value);
            }
        }
        return apart;
    }
}
