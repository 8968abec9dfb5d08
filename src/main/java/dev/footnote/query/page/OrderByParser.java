package dev.footnote.query.page;

import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.ComputedSortKey;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.FilterableAttribute;
import dev.footnote.metamodel.SummableAttribute;
import dev.footnote.metamodel.ValueType;
import dev.footnote.query.sql.Filter;
import dev.footnote.query.sql.FilterParser;
import dev.footnote.query.sql.RelationFilter;

/** Reads the sort keys of a request: values, values of referenced records, and counts and sums of child records. */
final class OrderByParser {

    private final EntityType entityType;
    private final Keyset.Building building = new Keyset.Building();
    private int joined;

    OrderByParser(EntityType entityType) {
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
        FilterableAttribute attribute = (FilterableAttribute) of.attribute(part.getKey());
        attribute.visit(value -> value(alias, value, (String) part.getValue()),
                group -> group(of, alias, group, (Map<String, Object>) part.getValue()),
                relation -> add(of.target(relation.target()), join(alias, relation, of.target(relation.target())),
                        (Map<String, Object>) part.getValue()),
                relation -> measure(alias, of, relation, (Map<String, Object>) part.getValue()));
    }

    private void value(String alias, Attribute.Scalar value, String direction) {
        String column = alias + "." + value.ordered();
        if (alias.equals("t")) {
            building.column(column, value.orderDomain(), !value.required(), direction);
        } else {
            building.extra(value.orderDomain(), true, direction, context -> context.sql().add(column));
        }
    }

    /**
     * Adds an amount as a sort key. An amount in another currency counts as unknown, because the amounts are not comparable.
     */
    private void group(EntityType of, String alias, Attribute.Embedded group, Map<String, Object> how) {
        SummableAttribute sum = of.sum(group.name());
        Filter summable = FilterParser.summable(sum, how);
        building.extra(ValueType.DECIMAL, true, (String) how.get("direction"), context -> {
            context.sql().add("CASE WHEN ");
            summable.add(alias, context);
            context.sql().add(" THEN ").add(alias).add(".").add(sum.added().column()).add(" END");
        });
        building.named(NamedSortValue.of(building.last(), of, sum, how));
    }

    private void sorted(EntityType of, String alias, ComputedSortKey key, Map<String, Object> how) {
        building.extra(ValueType.DECIMAL, true, (String) how.get("direction"), context -> {
            ComputedSortKey.Bound number = key.number().apply(alias, how);
            context.sql().add(number.sql());
            number.values().forEach(context.sql()::bound);
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
    private void measure(String alias, EntityType of, Attribute.ToMany relation, Map<String, Object> asked) {
        Object count = asked.get("count");
        Map<String, Object> sum = (Map<String, Object>) asked.get("sum");
        if ((count == null) == (sum == null)) {
            throw new IllegalArgumentException(
                    "The order by " + relation.name() + " needs either count or sum. Give one of them.");
        }
        EntityType target = of.target(relation.target());
        Filter filter = FilterParser.parse(target, (Map<String, Object>) FilterParser.given(relation.name() + ".of",
                asked.getOrDefault("of", Map.of())));
        RelationFilter.Children children = new RelationFilter.Children(relation, target, filter);
        if (count != null) {
            count(alias, children, (String) count);
        } else {
            sum(alias, of, children, sum.entrySet().iterator().next());
        }
    }

    private void count(String alias, RelationFilter.Children children, String direction) {
        boolean exists = alias.equals("t");
        building.extra(ValueType.INTEGER, !exists, direction, context -> {
            // if the parent record is absent, the number of its children is unknown, not 0
            context.sql().add(exists ? "" : "CASE WHEN " + alias + ".id IS NOT NULL THEN ");
            children.number(alias, context);
            context.sql().add(exists ? "" : " END");
        });
    }

    @SuppressWarnings("unchecked")
    private void sum(String alias, EntityType of, RelationFilter.Children children, Map.Entry<String, Object> asked) {
        Map<String, Object> how = (Map<String, Object>) asked.getValue();
        SummableAttribute sum = children.entityType().sum(asked.getKey());
        RelationFilter.Children summable = new RelationFilter.Children(children.relation(), children.entityType(),
                new Filter.And(List.of(children.filter(), FilterParser.summable(sum, how))));
        building.extra(ValueType.DECIMAL, true, (String) how.get("direction"),
                context -> summable.sum(alias, sum.added().column(), context));
        building.named(NamedSortValue.of(building.last(), of, children, sum, how));
    }
}
