package dev.footnote.query.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.query.sql.AsOf;
import dev.footnote.query.sql.SqlBuilder;

/** The tables of the group keys, as joins to the grouped records. */
final class GroupByJoins {

    /**
     * Values that records get from their child records. Each distinct value counts once, so that a record is in a group once,
     * however many of its children have the value.
     */
    static final class Many {

        private final String parent;
        private final String alias;
        private final Attribute.ToMany relation;
        private final EntityType entityType;
        private final GroupByJoins inner;
        private final List<String> values = new ArrayList<>();

        private Many(String parent, String alias, Attribute.ToMany relation, EntityType entityType) {
            this.parent = parent;
            this.alias = alias;
            this.relation = relation;
            this.entityType = entityType;
            this.inner = new GroupByJoins(alias + "b");
        }

        Attribute.ToMany relation() {
            return relation;
        }

        /** The tables that values of the child records are taken from. */
        GroupByJoins inner() {
            return inner;
        }

        /** The alias of the child records inside the join. */
        String child() {
            return alias + "c";
        }

        /** The column that holds a value of the child records. */
        String column(String sql) {
            values.add(sql);
            return alias + ".v" + (values.size() - 1);
        }

        private void add(AsOf asOf, SqlBuilder sql) {
            String key = child() + "." + relation.column();
            sql.add("\nLEFT JOIN (SELECT DISTINCT ").add(key).add(" AS parent");
            for (int i = 0; i < values.size(); i++) {
                sql.add(", ").add(values.get(i)).add(" AS v").add(i);
            }
            sql.add(" FROM ").add(entityType.table()).add(" ").add(child());
            inner.add(asOf, sql);
            sql.add(" WHERE ").add(key).add(" IS NOT NULL");
            if (relation.condition() != null) {
                sql.add(" AND ").add(relation.condition().formatted(child()));
            }
            asOf.add(entityType, relation, child(), sql);
            sql.add(") ").add(alias).add(" ON ").add(alias).add(".parent = ").add(parent).add(".id");
        }
    }

    private final String prefix;
    private final Map<String, String> ones = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Many> manys = new LinkedHashMap<>();

    GroupByJoins(String prefix) {
        this.prefix = prefix;
    }

    /** @return the alias of the to-one record of a field */
    String one(String alias, Attribute.ToOne relation, EntityType target) {
        return ones.computeIfAbsent(alias + "." + relation.column(), from -> {
            String other = prefix + ones.size();
            text.append("\nLEFT JOIN ").append(target.table()).append(' ').append(other).append(" ON ").append(other)
                    .append(".id = ").append(from);
            return other;
        });
    }

    /** The child records of a field; shared by all keys that go through it. */
    Many many(String alias, Attribute.ToMany relation, EntityType target) {
        return manys.computeIfAbsent(alias + "." + relation.name(),
                from -> new Many(alias, "m" + manys.size(), relation, target));
    }

    /** The alias of a joined record, by the column that references it. */
    Map<String, String> ones() {
        return ones;
    }

    void add(AsOf asOf, SqlBuilder sql) {
        sql.add(text.toString());
        manys.values().forEach(many -> many.add(asOf, sql));
    }
}
