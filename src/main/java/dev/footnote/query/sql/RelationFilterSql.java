package dev.footnote.query.sql;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;

/** Conditions on related records, as SQL. */
final class RelationFilterSql {

    /**
     * The child records of a record.
     *
     * @param parent the alias of the parent record
     * @param of the entity type of the parent record
     */
    record Children(String parent, EntityType of, Attribute.ToMany relation, EntityType entityType) {
    }

    private final FilterSql condition;
    private final AsOf asOf;
    private final boolean all;
    private final SqlBuilder sql;

    RelationFilterSql(FilterSql condition, AsOf asOf, boolean all, SqlBuilder sql) {
        this.condition = condition;
        this.asOf = asOf;
        this.all = all;
        this.sql = sql;
    }

    /** Adds the condition that the record references a record that matches the filter. */
    void one(String alias, Attribute.ToOne relation, EntityType target, Map<String, Object> filter) {
        String column = alias + "." + relation.column();
        if (filter.isEmpty()) {
            sql.add(column).add(" IS NOT NULL");
            return;
        }
        String known = condition.joined(column);
        if (known != null) {
            sql.add("(").add(known).add(".id IS NOT NULL AND ");
            condition.add(target, known, filter);
            sql.add(")");
            return;
        }
        String other = sql.alias();
        if (all) {
            // run once for all records, because H2 would otherwise run it for each record
            sql.add(column).add(" IN (SELECT ").add(other).add(".id FROM ").add(target.table()).add(" ").add(other)
                    .add(" WHERE ");
        } else {
            sql.add("EXISTS (SELECT 1 FROM ").add(target.table()).add(" ").add(other).add(" WHERE ").add(other)
                    .add(".id = ").add(column).add(" AND ");
        }
        condition.add(target, other, filter);
        sql.add(")");
    }

    /** Adds the conditions on the child records of a record. */
    @SuppressWarnings("unchecked")
    void many(Children children, Map<String, Object> filter) {
        String name = children.relation().name();
        if (filter.containsKey("counted") && !filter.containsKey("count")) {
            throw new IllegalArgumentException("The filter's " + name
                    + " says which records are counted, but not how many there must be. Give count as well.");
        }
        Map<String, Object> counted = (Map<String, Object>) filter.getOrDefault("counted", Map.of());
        String separator = "(";
        for (Map.Entry<String, Object> part : filter.entrySet()) {
            Map<String, Object> said = (Map<String, Object>) ComparisonSql.given(name + "." + part.getKey(), part.getValue());
            sql.add(part.getKey().equals("counted") ? "" : separator);
            separator = part.getKey().equals("counted") ? separator : " AND ";
            switch (part.getKey()) {
                case "some" -> some(children, said);
                case "none" -> none(children, said, false);
                case "every" -> none(children, said, true);
                case "count" -> count(children, counted, said);
                default -> {
                    // added together with the count
                }
            }
        }
        sql.add(filter.isEmpty() ? "TRUE" : ")");
    }

    private void some(Children children, Map<String, Object> filter) {
        String other = sql.alias();
        if (all) {
            among(children, other, filter);
        } else {
            sql.add("EXISTS (SELECT 1");
            from(children, other, filter);
        }
        sql.add(")");
    }

    private void none(Children children, Map<String, Object> filter, boolean unlike) {
        String other = sql.alias();
        sql.add("NOT EXISTS (SELECT 1");
        from(children, other, unlike ? Map.of("not", filter) : filter);
        sql.add(")");
    }

    private void count(Children children, Map<String, Object> counted, Map<String, Object> number) {
        String name = children.relation().name() + ".count";
        ComparisonSql comparison = condition.comparison();
        if (!all || fitsNone(number)) {
            comparison.expression(name, () -> number(children, counted), number);
            return;
        }
        // counted once for all records; parents without a matching child are missing from the result
        String other = sql.alias();
        among(children, other, counted);
        sql.add(" GROUP BY ").add(other).add(".").add(children.relation().column()).add(" HAVING ");
        comparison.expression(name, () -> sql.add("COUNT(*)"), number);
        sql.add(")");
    }

    /** Adds the number of a record's child records, as a subquery. */
    void number(Children children, Map<String, Object> filter) {
        sql.add("(SELECT COUNT(*)");
        from(children, sql.alias(), filter);
        sql.add(")");
    }

    /** Adds the sum over a column of a record's child records, as a subquery; null if there are none. */
    void sum(Children children, String column, Map<String, Object> filter) {
        String other = sql.alias();
        sql.add("(SELECT SUM(").add(other).add(".").add(column).add(")");
        from(children, other, filter);
        sql.add(")");
    }

    private void among(Children children, String other, Map<String, Object> filter) {
        String column = other + "." + children.relation().column();
        sql.add(children.parent()).add(".id IN (SELECT ").add(column).add(" FROM ").add(children.entityType().table()).add(" ")
                .add(other).add(" WHERE ").add(column).add(" IS NOT NULL");
        rest(children, other, filter);
    }

    private void from(Children children, String other, Map<String, Object> filter) {
        sql.add(" FROM ").add(children.entityType().table()).add(" ").add(other).add(" WHERE ").add(other).add(".")
                .add(children.relation().column()).add(" = ").add(children.parent()).add(".id");
        rest(children, other, filter);
    }

    private void rest(Children children, String other, Map<String, Object> filter) {
        if (children.relation().condition() != null) {
            sql.add(" AND ").add(children.relation().condition().formatted(other));
        }
        asOf.add(children.entityType(), children.relation(), other, sql);
        if (!filter.isEmpty()) {
            sql.add(" AND ");
            condition.add(children.entityType(), other, filter);
        }
    }

    /** Whether the condition holds for the number 0. */
    private static boolean fitsNone(Map<String, Object> number) {
        return number.entrySet().stream().allMatch(operator -> switch (operator.getKey()) {
            case "isNull" -> Objects.equals(operator.getValue(), false);
            case "in" -> ((List<?>) ComparisonSql.given("count.in", operator.getValue())).contains(0);
            default ->
                fits(operator.getKey(), (Integer) ComparisonSql.given("count." + operator.getKey(), operator.getValue()));
        });
    }

    private static boolean fits(String operator, int operand) {
        return switch (operator) {
            case "eq" -> operand == 0;
            case "not" -> operand != 0;
            case "lt" -> 0 < operand;
            case "lte" -> 0 <= operand;
            case "gt" -> 0 > operand;
            default -> 0 >= operand;
        };
    }
}
