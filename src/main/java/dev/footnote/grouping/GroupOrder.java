package dev.footnote.grouping;

import java.util.List;
import java.util.Map;

import dev.footnote.graph.Domain;
import dev.footnote.graph.Noun;
import dev.footnote.graph.Sum;
import dev.footnote.sql.Condition;
import dev.footnote.sql.Keyset;
import dev.footnote.sql.Named;
import dev.footnote.sql.Sql;

/** What groups are ordered by; in the end by their keys, which no two groups share. */
final class GroupOrder {

    private final Noun noun;
    private final List<GroupKey> keys;
    private final List<Map<String, Object>> asked;

    GroupOrder(Noun noun, List<GroupKey> keys, List<Map<String, Object>> asked) {
        this.noun = noun;
        this.keys = keys;
        this.asked = asked;
    }

    String seal() {
        return asked.toString();
    }

    @SuppressWarnings("unchecked")
    Keyset keyset() {
        Keyset.Building building = new Keyset.Building();
        boolean unique = false;
        for (Map<String, Object> one : asked) {
            Map.Entry<String, Object> part = one.entrySet().iterator().next();
            if (part.getKey().equals("sum")) {
                sum(building, ((Map<String, Object>) part.getValue()).entrySet().iterator().next());
                continue;
            }
            String direction = (String) part.getValue();
            if (part.getKey().equals("count")) {
                building.extra(Domain.INTEGER, false, direction, (condition, sql) -> sql.add("COUNT(*)"));
            } else if (!unique) {
                unique = true;
                keys(building, direction);
            }
        }
        if (!unique) {
            keys(building, "ASC");
        }
        return building.unique();
    }

    private void keys(Keyset.Building building, String direction) {
        for (int i = 0; i < keys.size(); i++) {
            building.column("t.g" + i, keys.get(i).domain(), keys.get(i).nullable(), direction);
        }
    }

    @SuppressWarnings("unchecked")
    private void sum(Keyset.Building building, Map.Entry<String, Object> asked) {
        Map<String, Object> how = (Map<String, Object>) asked.getValue();
        Sum sum = noun.sum(asked.getKey());
        building.extra(Domain.DECIMAL, true, (String) how.get("direction"),
                (condition, sql) -> sum(noun, sum, how, condition, sql));
        building.named(Named.of(building.last(), noun, sum, how));
    }

    /** Adds a sum over what may be added up together. */
    static void sum(Noun noun, Sum sum, Map<String, Object> how, Condition condition, Sql sql) {
        sql.add("SUM(CASE WHEN ");
        condition.add(noun, "t", sum.filter(how));
        sql.add(" THEN t.").add(sum.added().column()).add(" END)");
    }
}
