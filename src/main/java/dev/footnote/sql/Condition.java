package dev.footnote.sql;

import static dev.footnote.sql.Comparison.given;

import java.util.List;
import java.util.Map;

import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;

/**
 * A filter as SQL. It knows two truth values only: what is unknown fulfils no comparison, and {@code not} turns exactly
 * the others round, because three-valued logic surprises everybody who has not asked for it.
 */
public final class Condition {

    private final Sql sql;
    private final Moment moment;
    private final Comparison comparison;
    private final Related related;
    /** By the column that names a record, the alias under which it is there already. */
    private final Map<String, String> joined;

    private Condition(Moment moment, boolean all, Map<String, String> joined, Sql sql) {
        this.sql = sql;
        this.moment = moment;
        this.joined = joined;
        this.comparison = new Comparison(sql);
        this.related = new Related(this, moment, all, sql);
    }

    /**
     * @param moment the time at which relations are looked at
     * @param all whether the filter is put to all records of a kind, and not to the few that hang on another: then the
     *        records of a relation are found once for all of them
     */
    public static Condition of(Moment moment, boolean all, Sql sql) {
        return of(moment, all, Map.of(), sql);
    }

    /** @param joined by the column that names a record, such as t.report_id, the alias under which it is joined already */
    public static Condition of(Moment moment, boolean all, Map<String, String> joined, Sql sql) {
        return new Condition(moment, all, joined, sql);
    }

    /** @return null where it is not there */
    String joined(String column) {
        return joined.get(column);
    }

    /** What is said of the records of a relation. */
    Related related() {
        return related;
    }

    /** Adds what is said of an expression, such as a number of records. */
    public void compare(String name, Runnable expression, Map<String, Object> operators) {
        comparison.expression(name, expression, operators);
    }

    Comparison comparison() {
        return comparison;
    }

    /** Adds the filter over the records of a noun under the alias. */
    @SuppressWarnings("unchecked")
    public void add(Noun noun, String alias, Map<String, Object> filter) {
        String separator = "(";
        for (Map.Entry<String, Object> part : filter.entrySet()) {
            sql.add(separator);
            separator = " AND ";
            given(part.getKey(), part.getValue());
            switch (part.getKey()) {
                case "and" -> each(noun, alias, (List<Map<String, Object>>) part.getValue(), " AND ");
                case "or" -> each(noun, alias, (List<Map<String, Object>>) part.getValue(), " OR ");
                case "not" -> negated(noun, alias, (Map<String, Object>) part.getValue());
                case "within" -> Walking.within(noun, alias, (Map<String, Object>) part.getValue(), moment, sql);
                default -> member(noun, alias, noun.member(part.getKey()), (Map<String, Object>) part.getValue());
            }
        }
        sql.add(filter.isEmpty() ? "TRUE" : ")");
    }

    /** Adds that the filter does not hold. */
    void negated(Noun noun, String alias, Map<String, Object> filter) {
        // not IS NOT TRUE, because H2 forgets the brackets of EXISTS (...) IS NOT TRUE where it rewrites a query
        sql.add("CASE WHEN ");
        add(noun, alias, filter);
        sql.add(" THEN FALSE ELSE TRUE END");
    }

    private void each(Noun noun, String alias, List<Map<String, Object>> filters, String joint) {
        String separator = "(";
        for (Map<String, Object> filter : filters) {
            sql.add(separator);
            separator = joint;
            add(noun, alias, filter);
        }
        sql.add(!filters.isEmpty() ? ")" : joint.equals(" AND ") ? "TRUE" : "FALSE");
    }

    private void member(Noun noun, String alias, Member member, Map<String, Object> filter) {
        if (member instanceof Member.Value value) {
            comparison.value(alias, value, filter);
        } else if (member instanceof Member.ToOne way) {
            related.one(alias, way, noun.target(way.target()), filter);
        } else if (member instanceof Member.ToMany way) {
            related.many(new Related.Children(alias, noun, way, noun.target(way.target())), filter);
        } else {
            group(alias, (Member.Group) member, filter);
        }
    }

    @SuppressWarnings("unchecked")
    private void group(String alias, Member.Group group, Map<String, Object> filter) {
        String separator = "";
        for (Member.Value value : group.values()) {
            if (filter.containsKey(value.name())) {
                sql.add(separator);
                separator = " AND ";
                comparison.value(alias, value,
                        (Map<String, Object>) given(group.name() + "." + value.name(), filter.get(value.name())));
            }
        }
        sql.add(filter.isEmpty() ? "TRUE" : "");
    }
}
