package dev.footnote.query.page;

import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.SummableAttribute;
import dev.footnote.metamodel.ValueType;
import dev.footnote.query.sql.Filter;
import dev.footnote.query.sql.FilterParser;

/** The order of groups. It ends with the group keys, which no two groups share. */
final class GroupOrderBy {

    private final EntityType entityType;
    private final List<GroupByKey> keys;
    private final List<Map<String, Object>> asked;

    GroupOrderBy(EntityType entityType, List<GroupByKey> keys, List<Map<String, Object>> asked) {
        this.entityType = entityType;
        this.keys = keys;
        this.asked = asked;
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
                building.extra(ValueType.INTEGER, false, direction, context -> context.sql().add("COUNT(*)"));
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
        SummableAttribute sum = entityType.sum(asked.getKey());
        building.extra(ValueType.DECIMAL, true, (String) how.get("direction"),
                sum(sum, how));
        building.named(NamedSortValue.of(building.last(), entityType, sum, how));
    }

    /** A sum over the values that can be added up. */
    static Keyset.Expression sum(SummableAttribute sum, Map<String, Object> how) {
        Filter summable = FilterParser.summable(sum, how);
        return context -> {
            context.sql().add("SUM(CASE WHEN ");
            summable.add("t", context);
            context.sql().add(" THEN t.").add(sum.added().column()).add(" END)");
        };
    }
}
