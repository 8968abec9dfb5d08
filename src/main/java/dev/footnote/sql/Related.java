package dev.footnote.sql;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;

/** What is said of the records that another one is related to, as SQL. */
final class Related {

    /**
     * The records that hang on another one.
     *
     * @param parent the alias of the one that they hang on
     * @param of what sort of record that is
     */
    record Children(String parent, Noun of, Member.ToMany way, Noun noun) {
    }

    private final Condition condition;
    private final Moment moment;
    private final boolean all;
    private final Sql sql;

    Related(Condition condition, Moment moment, boolean all, Sql sql) {
        this.condition = condition;
        this.moment = moment;
        this.all = all;
        this.sql = sql;
    }

    /** Adds that a record names one of which the filter holds. */
    void one(String alias, Member.ToOne way, Noun target, Map<String, Object> filter) {
        String column = alias + "." + way.column();
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
            // found once for all, because H2 would look up every record's own otherwise
            sql.add(column).add(" IN (SELECT ").add(other).add(".id FROM ").add(target.table()).add(" ").add(other)
                    .add(" WHERE ");
        } else {
            sql.add("EXISTS (SELECT 1 FROM ").add(target.table()).add(" ").add(other).add(" WHERE ").add(other)
                    .add(".id = ").add(column).add(" AND ");
        }
        condition.add(target, other, filter);
        sql.add(")");
    }

    /** Adds what is said of the records that hang on a record. */
    @SuppressWarnings("unchecked")
    void many(Children children, Map<String, Object> filter) {
        String name = children.way().name();
        if (filter.containsKey("counted") && !filter.containsKey("count")) {
            throw new IllegalArgumentException("The filter's " + name
                    + " says which records are counted, but not how many there must be. Give count as well.");
        }
        Map<String, Object> counted = (Map<String, Object>) filter.getOrDefault("counted", Map.of());
        String separator = "(";
        for (Map.Entry<String, Object> part : filter.entrySet()) {
            Map<String, Object> said = (Map<String, Object>) Comparison.given(name + "." + part.getKey(), part.getValue());
            sql.add(part.getKey().equals("counted") ? "" : separator);
            separator = part.getKey().equals("counted") ? separator : " AND ";
            switch (part.getKey()) {
                case "some" -> some(children, said);
                case "none" -> none(children, said, false);
                case "every" -> none(children, said, true);
                case "count" -> count(children, counted, said);
                default -> {
                    // said together with the count
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
        String name = children.way().name() + ".count";
        Comparison comparison = condition.comparison();
        if (!all || fitsNone(number)) {
            comparison.expression(name, () -> number(children, counted), number);
            return;
        }
        // counted once for all, which leaves out those of which there is none to count
        String other = sql.alias();
        among(children, other, counted);
        sql.add(" GROUP BY ").add(other).add(".").add(children.way().column()).add(" HAVING ");
        comparison.expression(name, () -> sql.add("COUNT(*)"), number);
        sql.add(")");
    }

    /** Adds how many of a record's there are, as a subquery. */
    void number(Children children, Map<String, Object> filter) {
        sql.add("(SELECT COUNT(*)");
        from(children, sql.alias(), filter);
        sql.add(")");
    }

    /** Adds the sum over a column of a record's, as a subquery; null where there is none. */
    void sum(Children children, String column, Map<String, Object> filter) {
        String other = sql.alias();
        sql.add("(SELECT SUM(").add(other).add(".").add(column).add(")");
        from(children, other, filter);
        sql.add(")");
    }

    private void among(Children children, String other, Map<String, Object> filter) {
        String column = other + "." + children.way().column();
        sql.add(children.parent()).add(".id IN (SELECT ").add(column).add(" FROM ").add(children.noun().table()).add(" ")
                .add(other).add(" WHERE ").add(column).add(" IS NOT NULL");
        rest(children, other, filter);
    }

    private void from(Children children, String other, Map<String, Object> filter) {
        sql.add(" FROM ").add(children.noun().table()).add(" ").add(other).add(" WHERE ").add(other).add(".")
                .add(children.way().column()).add(" = ").add(children.parent()).add(".id");
        rest(children, other, filter);
    }

    private void rest(Children children, String other, Map<String, Object> filter) {
        if (children.way().condition() != null) {
            sql.add(" AND ").add(children.way().condition().formatted(other));
        }
        moment.add(children.noun(), children.way(), other, sql);
        if (!filter.isEmpty()) {
            sql.add(" AND ");
            condition.add(children.noun(), other, filter);
        }
    }

    /** Whether it is said of the number 0. */
    private static boolean fitsNone(Map<String, Object> number) {
        return number.entrySet().stream().allMatch(operator -> switch (operator.getKey()) {
            case "isNull" -> Objects.equals(operator.getValue(), false);
            case "in" -> ((List<?>) Comparison.given("count.in", operator.getValue())).contains(0);
            default -> fits(operator.getKey(), (Integer) Comparison.given("count." + operator.getKey(), operator.getValue()));
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
