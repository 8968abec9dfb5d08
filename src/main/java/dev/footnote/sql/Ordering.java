package dev.footnote.sql;

import java.util.List;
import java.util.Map;

import dev.footnote.graph.Domain;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Sum;

/** Reads what an asker orders records by: values, values of what a record names, numbers and sums of what hangs on it. */
final class Ordering {

    private final Noun noun;
    private final Keyset.Building building = new Keyset.Building();
    private int joined;

    Ordering(Noun noun) {
        this.noun = noun;
    }

    Keyset keyset(List<Map<String, Object>> asked) {
        boolean unique = false;
        for (Map<String, Object> key : asked) {
            add(noun, "t", key);
            unique |= key.containsKey("number") || key.containsKey("slug");
        }
        return unique ? building.unique() : building.numbered();
    }

    @SuppressWarnings("unchecked")
    private void add(Noun of, String alias, Map<String, Object> key) {
        Map.Entry<String, Object> part = key.entrySet().iterator().next();
        if (of.sortKey(part.getKey()) != null) {
            sorted(of, alias, of.sortKey(part.getKey()), (Map<String, Object>) part.getValue());
            return;
        }
        Member member = of.member(part.getKey());
        if (member instanceof Member.Value value) {
            value(alias, value, (String) part.getValue());
        } else if (member instanceof Member.ToOne way) {
            add(of.target(way.target()), join(alias, way, of.target(way.target())), (Map<String, Object>) part.getValue());
        } else if (member instanceof Member.Group group) {
            group(of, alias, group, (Map<String, Object>) part.getValue());
        } else {
            Member.ToMany way = (Member.ToMany) member;
            measure(new Related.Children(alias, of, way, of.target(way.target())), (Map<String, Object>) part.getValue());
        }
    }

    private void value(String alias, Member.Value value, String direction) {
        String column = alias + "." + value.ordered();
        if (alias.equals("t")) {
            building.column(column, value.orderDomain(), !value.required(), direction);
        } else {
            building.extra(value.orderDomain(), true, direction, (condition, sql) -> sql.add(column));
        }
    }

    /** What is of another currency is unknown, because it has no place among the others. */
    private void group(Noun of, String alias, Member.Group group, Map<String, Object> how) {
        Sum sum = of.sum(group.name());
        building.extra(Domain.DECIMAL, true, (String) how.get("direction"), (condition, sql) -> {
            sql.add("CASE WHEN ");
            condition.add(of, alias, sum.filter(how));
            sql.add(" THEN ").add(alias).add(".").add(sum.added().column()).add(" END");
        });
        building.named(Named.of(building.last(), of, sum, how));
    }

    private void sorted(Noun of, String alias, Noun.SortKey key, Map<String, Object> how) {
        building.extra(Domain.DECIMAL, true, (String) how.get("direction"), (condition, sql) -> {
            Noun.Bound number = key.number().apply(alias, how);
            sql.add(number.sql());
            number.values().forEach(sql::bound);
        });
        building.named(Named.of(building.last(), of, key, how));
    }

    private String join(String alias, Member.ToOne way, Noun target) {
        String other = "o" + ++joined;
        building.join("\nLEFT JOIN " + target.table() + " " + other + " ON " + other + ".id = " + alias + "." + way.column());
        return other;
    }

    @SuppressWarnings("unchecked")
    private void measure(Related.Children of, Map<String, Object> asked) {
        Object count = asked.get("count");
        Map<String, Object> sum = (Map<String, Object>) asked.get("sum");
        if ((count == null) == (sum == null)) {
            throw new IllegalArgumentException(
                    "The order by " + of.way().name() + " needs either count or sum. Give one of them.");
        }
        Map<String, Object> filter = (Map<String, Object>) asked.getOrDefault("of", Map.of());
        Comparison.given(of.way().name() + ".of", filter);
        if (count != null) {
            boolean sure = of.parent().equals("t");
            building.extra(Domain.INTEGER, !sure, (String) count, (condition, sql) -> {
                // of a record that is not there nothing is known, not even that there are none
                sql.add(sure ? "" : "CASE WHEN " + of.parent() + ".id IS NOT NULL THEN ");
                condition.related().number(of, filter);
                sql.add(sure ? "" : " END");
            });
            return;
        }
        Map.Entry<String, Object> summed = sum.entrySet().iterator().next();
        Map<String, Object> how = (Map<String, Object>) summed.getValue();
        Sum known = of.noun().sum(summed.getKey());
        Map<String, Object> both = Map.of("and", List.of(filter, known.filter(how)));
        building.extra(Domain.DECIMAL, true, (String) how.get("direction"),
                (condition, sql) -> condition.related().sum(of, known.added().column(), both));
        building.named(Named.of(building.last(), of, known, how, filter));
    }
}
