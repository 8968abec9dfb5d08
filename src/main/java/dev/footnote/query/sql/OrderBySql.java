package dev.footnote.query.sql;

import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SummableAttribute;
import dev.footnote.metamodel.ValueType;

/** Reads the sort keys of a request: values, values of referenced records, and counts and sums of child records. */
final class OrderBySql {

    private final EntityType entityType;
    private final Keyset.Building building = new Keyset.Building();
    private int joined;

    OrderBySql(EntityType entityType) {
        this.entityType = entityType;
    }

    Keyset keyset(List<Map<String, Object>> asked) {
        boolean unique = false;
        for (Map<String, Object> key : asked) {
            add(entityType, "t", key);
            unique |= key.containsKey("number") || key.containsKey("slug");
        }
        return unique ? building.unique() : building.numbered();
    }

    @SuppressWarnings("unchecked")
    private void add(EntityType of, String alias, Map<String, Object> key) {
        Map.Entry<String, Object> part = key.entrySet().iterator().next();
        if (of.sortKey(part.getKey()) != null) {
            sorted(of, alias, of.sortKey(part.getKey()), (Map<String, Object>) part.getValue());
            return;
        }
        Attribute attribute = of.attribute(part.getKey());
        if (attribute instanceof Attribute.Scalar value) {
            value(alias, value, (String) part.getValue());
        } else if (attribute instanceof Attribute.ToOne relation) {
            add(of.target(relation.target()), join(alias, relation, of.target(relation.target())),
                    (Map<String, Object>) part.getValue());
        } else if (attribute instanceof Attribute.Embedded group) {
            group(of, alias, group, (Map<String, Object>) part.getValue());
        } else {
            Attribute.ToMany relation = (Attribute.ToMany) attribute;
            measure(new RelationFilterSql.Children(alias, of, relation, of.target(relation.target())),
                    (Map<String, Object>) part.getValue());
        }
    }

    private void value(String alias, Attribute.Scalar value, String direction) {
        String column = alias + "." + value.ordered();
        if (alias.equals("t")) {
            building.column(column, value.orderDomain(), !value.required(), direction);
        } else {
            building.extra(value.orderDomain(), true, direction, (condition, sql) -> sql.add(column));
        }
    }

    /**
     * Adds an amount as a sort key. An amount in another currency counts as unknown, because the amounts are not comparable.
     */
    private void group(EntityType of, String alias, Attribute.Embedded group, Map<String, Object> how) {
        SummableAttribute sum = of.sum(group.name());
        building.extra(ValueType.DECIMAL, true, (String) how.get("direction"), (condition, sql) -> {
            sql.add("CASE WHEN ");
            condition.add(of, alias, sum.filter(how));
            sql.add(" THEN ").add(alias).add(".").add(sum.added().column()).add(" END");
        });
        building.named(NamedSortValue.of(building.last(), of, sum, how));
    }

    private void sorted(EntityType of, String alias, EntityType.SortKey key, Map<String, Object> how) {
        building.extra(ValueType.DECIMAL, true, (String) how.get("direction"), (condition, sql) -> {
            EntityType.Bound number = key.number().apply(alias, how);
            sql.add(number.sql());
            number.values().forEach(sql::bound);
        });
        building.named(NamedSortValue.of(building.last(), of, key, how));
    }

    private String join(String alias, Attribute.ToOne relation, EntityType target) {
        String other = "o" + ++joined;
        building.join(
                "\nLEFT JOIN " + target.table() + " " + other + " ON " + other + ".id = " + alias + "." + relation.column());
        return other;
    }

    @SuppressWarnings("unchecked")
    private void measure(RelationFilterSql.Children of, Map<String, Object> asked) {
        Object count = asked.get("count");
        Map<String, Object> sum = (Map<String, Object>) asked.get("sum");
        if ((count == null) == (sum == null)) {
            throw new IllegalArgumentException(
                    "The order by " + of.relation().name() + " needs either count or sum. Give one of them.");
        }
        Map<String, Object> filter = (Map<String, Object>) asked.getOrDefault("of", Map.of());
        ComparisonSql.given(of.relation().name() + ".of", filter);
        if (count != null) {
            boolean sure = of.parent().equals("t");
            building.extra(ValueType.INTEGER, !sure, (String) count, (condition, sql) -> {
                // if the parent record is absent, the number of its children is unknown, not 0
                sql.add(sure ? "" : "CASE WHEN " + of.parent() + ".id IS NOT NULL THEN ");
                condition.related().number(of, filter);
                sql.add(sure ? "" : " END");
            });
            return;
        }
        Map.Entry<String, Object> summed = sum.entrySet().iterator().next();
        Map<String, Object> how = (Map<String, Object>) summed.getValue();
        SummableAttribute known = of.entityType().sum(summed.getKey());
        Map<String, Object> both = Map.of("and", List.of(filter, known.filter(how)));
        building.extra(ValueType.DECIMAL, true, (String) how.get("direction"),
                (condition, sql) -> condition.related().sum(of, known.added().column(), both));
        building.named(NamedSortValue.of(building.last(), of, known, how, filter));
    }
}
