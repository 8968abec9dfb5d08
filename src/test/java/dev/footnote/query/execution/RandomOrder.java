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

/** Random orders: by values, by those of related records, by counts, by sums. */
final class RandomOrder {

    private static final List<String> DIRECTIONS = List.of("ASC", "DESC", "ASC_NULLS_FIRST", "DESC_NULLS_FIRST");

    private final RandomValues values;
    private final RandomFilter filters;

    RandomOrder(RandomValues values, RandomFilter filters) {
        this.values = values;
        this.filters = filters;
    }

    List<Object> of(EntityType entityType) {
        List<Object> keys = new ArrayList<>();
        for (int i = values.below(4); i > 0; i--) {
            keys.add(key(entityType, null, 3));
        }
        return keys;
    }

    /** @param from the records that the key led away from; it does not lead back to those of which there are thousands */
    private Map<String, Object> key(EntityType entityType, EntityType from, int depth) {
        String type = entityType.type() + "Order";
        List<Attribute.ToOne> ones = values.attributes(entityType, Attribute.ToOne.class, type);
        List<Attribute.ToMany> manys = values.attributes(entityType, Attribute.ToMany.class, type).stream()
                .filter(relation -> values.entityType(relation) != from || !values.thousands(from)).toList();
        int sort = values.below(6);
        if (sort < 2 && depth > 0 && !ones.isEmpty()) {
            Attribute.ToOne relation = values.any(ones);
            return Map.of(relation.name(), key(values.entityType(relation), entityType, depth - 1));
        }
        if (sort < 4 && depth > 0 && !manys.isEmpty()) {
            Attribute.ToMany relation = values.any(manys);
            return Map.of(relation.name(), many(values.entityType(relation), values.hanging(entityType, relation)));
        }
        List<Attribute.Embedded> groups = values.attributes(entityType, Attribute.Embedded.class, type);
        if (sort == 4 && !groups.isEmpty()) {
            SummableAttribute sum = entityType.sum(values.any(groups).name());
            Row row = having(values.rows(entityType), sum);
            if (row != null) {
                return Map.of(sum.attribute().name(), directed(sum, row));
            }
        }
        return Map.of(values.any(values.attributes(entityType, Attribute.Scalar.class, type)).name(), direction());
    }

    Literal.Constant direction() {
        return new Literal.Constant(values.any(DIRECTIONS));
    }

    /** @param hanging the records that hang on others by the relation */
    private Map<String, Object> many(EntityType entityType, List<Row> hanging) {
        Map<String, Object> order = new LinkedHashMap<>();
        SummableAttribute sum = values.chance(2) ? null : any(entityType);
        Row row = sum == null ? null : having(hanging, sum);
        if (row == null) {
            if (values.chance(2)) {
                order.put("of", filters.of(entityType, 1));
            }
            order.put("count", direction());
            return order;
        }
        if (values.chance(2)) {
            // one fulfils it at least, because an order by nothing is refused
            order.put("of",
                    Map.of("or", List.of(Map.of("slug", Map.of("eq", row.values().get("slug"))), filters.of(entityType, 1))));
        }
        order.put("sum", Map.of(sum.attribute().name(), directed(sum, row)));
        return order;
    }

    private SummableAttribute any(EntityType entityType) {
        return entityType.sums().isEmpty() ? null : values.any(List.copyOf(entityType.sums()));
    }

    /** A sum of what some record has; null where none has anything to be added up. */
    Map<String, Object> sum(EntityType entityType) {
        SummableAttribute sum = any(entityType);
        Row row = sum == null ? null : having(values.rows(entityType), sum);
        return row == null ? null : Map.of(sum.attribute().name(), directed(sum, row));
    }

    /** A record by chance that has what can be added up; null where there is none. */
    Row having(List<Row> rows, SummableAttribute sum) {
        List<Row> known = rows.stream().filter(row -> row.anywhere(sum.added()) != null).toList();
        return known.isEmpty() ? null : values.any(known);
    }

    private Map<String, Object> directed(SummableAttribute sum, Row row) {
        Map<String, Object> asked = apart(sum, row);
        asked.put("direction", direction());
        return asked;
    }

    /** The unit and the currency of what a record has. */
    static Map<String, Object> apart(SummableAttribute sum, Row row) {
        Map<String, Object> apart = new LinkedHashMap<>();
        for (Attribute.Scalar part : sum.apart()) {
            Object value = row.anywhere(part);
            if (value != null) {
                apart.put(part.name(), part.type() instanceof GraphQLEnumType ? new Literal.Constant((String) value) : value);
            }
        }
        return apart;
    }
}
