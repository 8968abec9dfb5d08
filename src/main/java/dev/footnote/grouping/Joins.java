package dev.footnote.grouping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.sql.Moment;
import dev.footnote.sql.Sql;

/** The tables that keys are taken from, as joins to the records that are grouped. */
final class Joins {

    /**
     * What the records have by way of those that hang on them: each different value once, so that a record is in a group
     * once, however many of the others have the value.
     */
    static final class Many {

        private final String parent;
        private final String alias;
        private final Member.ToMany way;
        private final Noun noun;
        private final Joins inner;
        private final List<String> values = new ArrayList<>();

        private Many(String parent, String alias, Member.ToMany way, Noun noun) {
            this.parent = parent;
            this.alias = alias;
            this.way = way;
            this.noun = noun;
            this.inner = new Joins(alias + "b");
        }

        Member.ToMany way() {
            return way;
        }

        /** The tables that values of those others are taken from. */
        Joins inner() {
            return inner;
        }

        /** The alias that those others have there. */
        String child() {
            return alias + "c";
        }

        /** The column that holds a value of theirs. */
        String column(String sql) {
            values.add(sql);
            return alias + ".v" + (values.size() - 1);
        }

        private void add(Moment moment, Sql sql) {
            String key = child() + "." + way.column();
            sql.add("\nLEFT JOIN (SELECT DISTINCT ").add(key).add(" AS parent");
            for (int i = 0; i < values.size(); i++) {
                sql.add(", ").add(values.get(i)).add(" AS v").add(i);
            }
            sql.add(" FROM ").add(noun.table()).add(" ").add(child());
            inner.add(moment, sql);
            sql.add(" WHERE ").add(key).add(" IS NOT NULL");
            if (way.condition() != null) {
                sql.add(" AND ").add(way.condition().formatted(child()));
            }
            moment.add(noun, way, child(), sql);
            sql.add(") ").add(alias).add(" ON ").add(alias).add(".parent = ").add(parent).add(".id");
        }
    }

    private final String prefix;
    private final Map<String, String> ones = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Many> manys = new LinkedHashMap<>();

    Joins(String prefix) {
        this.prefix = prefix;
    }

    /** @return the alias of the one record that a field leads to */
    String one(String alias, Member.ToOne way, Noun target) {
        return ones.computeIfAbsent(alias + "." + way.column(), from -> {
            String other = prefix + ones.size();
            text.append("\nLEFT JOIN ").append(target.table()).append(' ').append(other).append(" ON ").append(other)
                    .append(".id = ").append(from);
            return other;
        });
    }

    /** The records that a field leads to, the same for every key that leads through it. */
    Many many(String alias, Member.ToMany way, Noun target) {
        return manys.computeIfAbsent(alias + "." + way.name(),
                from -> new Many(alias, "m" + manys.size(), way, target));
    }

    /** By the column that names a record, the alias under which it is joined. */
    Map<String, String> ones() {
        return ones;
    }

    void add(Moment moment, Sql sql) {
        sql.add(text.toString());
        manys.values().forEach(many -> many.add(moment, sql));
    }
}
