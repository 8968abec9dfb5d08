package dev.footnote.query.sql;

import static dev.footnote.query.sql.ComparisonSql.given;

import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;

/**
 * Translates a filter to SQL. It uses two-valued logic: an unknown value meets no comparison, and {@code not} matches exactly
 * the other records. Three-valued logic would surprise users who did not ask for it.
 */
public final class FilterSql {

    private final SqlBuilder sql;
    private final AsOf asOf;
    private final ComparisonSql comparison;
    private final RelationFilterSql related;
    /** The alias of a record that is already joined, by the column that references the record. */
    private final Map<String, String> joined;

    private FilterSql(AsOf asOf, boolean all, Map<String, String> joined, SqlBuilder sql) {
        this.sql = sql;
        this.asOf = asOf;
        this.joined = joined;
        this.comparison = new ComparisonSql(sql);
        this.related = new RelationFilterSql(this, asOf, all, sql);
    }

    /**
     * Creates a filter translator.
     *
     * @param asOf the time for which relations are evaluated
     * @param all whether the filter applies to all records of a type, not only to the few records of one parent; if so, the
     *        records of a relation are found once for all of them
     */
    public static FilterSql of(AsOf asOf, boolean all, SqlBuilder sql) {
        return of(asOf, all, Map.of(), sql);
    }

    /** @param joined the alias of a record that is already joined, by the column that references it, such as t.report_id */
    public static FilterSql of(AsOf asOf, boolean all, Map<String, String> joined, SqlBuilder sql) {
        return new FilterSql(asOf, all, joined, sql);
    }

    /** @return null if the record is not joined */
    String joined(String column) {
        return joined.get(column);
    }

    /** The translator for conditions on the records of a relation. */
    RelationFilterSql related() {
        return related;
    }

    /** Adds the comparisons of an expression, such as a number of records. */
    public void compare(String name, Runnable expression, Map<String, Object> operators) {
        comparison.expression(name, expression, operators);
    }

    ComparisonSql comparison() {
        return comparison;
    }

    /** Adds the filter on the records of an entity type under the alias. */
    @SuppressWarnings("unchecked")
    public void add(EntityType entityType, String alias, Map<String, Object> filter) {
        String separator = "(";
        for (Map.Entry<String, Object> part : filter.entrySet()) {
            sql.add(separator);
            separator = " AND ";
            given(part.getKey(), part.getValue());
            switch (part.getKey()) {
                case "and" -> each(entityType, alias, (List<Map<String, Object>>) part.getValue(), " AND ");
                case "or" -> each(entityType, alias, (List<Map<String, Object>>) part.getValue(), " OR ");
                case "not" -> negated(entityType, alias, (Map<String, Object>) part.getValue());
                case "within" -> RecursiveTraversal.within(entityType, alias, (Map<String, Object>) part.getValue(), asOf, sql);
                default ->
                    attribute(entityType, alias, entityType.attribute(part.getKey()), (Map<String, Object>) part.getValue());
            }
        }
        sql.add(filter.isEmpty() ? "TRUE" : ")");
    }

    /** Adds the condition that the filter does not hold. */
    void negated(EntityType entityType, String alias, Map<String, Object> filter) {
        // not IS NOT TRUE, because H2 loses the brackets of EXISTS (...) IS NOT TRUE when it rewrites a query
        sql.add("CASE WHEN ");
        add(entityType, alias, filter);
        sql.add(" THEN FALSE ELSE TRUE END");
    }

    private void each(EntityType entityType, String alias, List<Map<String, Object>> filters, String joint) {
        String separator = "(";
        for (Map<String, Object> filter : filters) {
            sql.add(separator);
            separator = joint;
            add(entityType, alias, filter);
        }
        sql.add(!filters.isEmpty() ? ")" : joint.equals(" AND ") ? "TRUE" : "FALSE");
    }

    private void attribute(EntityType entityType, String alias, Attribute attribute, Map<String, Object> filter) {
        if (attribute instanceof Attribute.Scalar value) {
            comparison.value(alias, value, filter);
        } else if (attribute instanceof Attribute.ToOne relation) {
            related.one(alias, relation, entityType.target(relation.target()), filter);
        } else if (attribute instanceof Attribute.ToMany relation) {
            related.many(new RelationFilterSql.Children(alias, entityType, relation, entityType.target(relation.target())),
                    filter);
        } else {
            group(alias, (Attribute.Embedded) attribute, filter);
        }
    }

    @SuppressWarnings("unchecked")
    private void group(String alias, Attribute.Embedded group, Map<String, Object> filter) {
        String separator = "";
        for (Attribute.Scalar value : group.values()) {
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
