package dev.footnote.sql;

import java.util.List;
import java.util.Map;

import dev.footnote.graph.Domain;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.value.PartialDate;

/**
 * A filter as SQL. It knows two truth values only: what is unknown fulfils no comparison, and {@code not} turns exactly
 * the others round, because three-valued logic surprises everybody who has not asked for it.
 */
public final class Condition {

    private static final Map<String, String> COMPARISONS = Map.of("lt", " < ", "lte", " <= ", "gt", " > ", "gte", " >= ");

    private final Noun noun;
    private final Sql sql;

    private Condition(Noun noun, Sql sql) {
        this.noun = noun;
        this.sql = sql;
    }

    /** Adds the filter over the records of a noun under the alias t. */
    public static void add(Noun noun, Map<String, Object> filter, Sql sql) {
        new Condition(noun, sql).all(filter);
    }

    @SuppressWarnings("unchecked")
    private void all(Map<String, Object> filter) {
        String separator = "(";
        for (Map.Entry<String, Object> part : filter.entrySet()) {
            sql.add(separator);
            separator = " AND ";
            given(part.getKey(), part.getValue());
            switch (part.getKey()) {
                case "and" -> each((List<Map<String, Object>>) part.getValue(), " AND ", "TRUE");
                case "or" -> each((List<Map<String, Object>>) part.getValue(), " OR ", "FALSE");
                case "not" -> negated((Map<String, Object>) part.getValue());
                default -> member(noun.member(part.getKey()), (Map<String, Object>) part.getValue());
            }
        }
        sql.add(filter.isEmpty() ? "TRUE" : ")");
    }

    private void member(Member member, Map<String, Object> filter) {
        if (member instanceof Member.Value value) {
            value(value, filter);
        } else {
            group((Member.Group) member, filter);
        }
    }

    @SuppressWarnings("unchecked")
    private void group(Member.Group group, Map<String, Object> filter) {
        String separator = "";
        for (Member.Value value : group.values()) {
            if (filter.containsKey(value.name())) {
                sql.add(separator);
                separator = " AND ";
                value(value, (Map<String, Object>) given(group.name() + "." + value.name(), filter.get(value.name())));
            }
        }
        sql.add(filter.isEmpty() ? "TRUE" : "");
    }

    private static Object given(String name, Object value) {
        if (value == null) {
            throw new IllegalArgumentException("The filter's " + name
                    + " is null. Leave it out where it is not meant, or ask for {isNull: true}.");
        }
        return value;
    }

    private void each(List<Map<String, Object>> filters, String joint, String ofNone) {
        String separator = "(";
        for (Map<String, Object> filter : filters) {
            sql.add(separator);
            separator = joint;
            all(filter);
        }
        sql.add(filters.isEmpty() ? ofNone : ")");
    }

    private void negated(Map<String, Object> filter) {
        sql.add("(");
        all(filter);
        sql.add(") IS NOT TRUE");
    }

    private void value(Member.Value value, Map<String, Object> operators) {
        String separator = "";
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            sql.add(separator);
            separator = " AND ";
            operator(value, operator.getKey(), given(value.name() + "." + operator.getKey(), operator.getValue()));
        }
        sql.add(operators.isEmpty() ? "TRUE" : "");
    }

    private void operator(Member.Value value, String operator, Object operand) {
        String column = "t." + value.served();
        switch (operator) {
            case "eq" -> sql.add(column).add(" = ").value(plain(operand));
            case "not" -> sql.add("(").add(column).add(" = ").value(plain(operand)).add(") IS NOT TRUE");
            case "in" -> in(column, (List<?>) operand);
            case "isNull" -> sql.add(column).add((Boolean) operand ? " IS NULL" : " IS NOT NULL");
            case "contains" -> sql.add("POSITION(").value(operand).add(" IN ").add(column).add(") > 0");
            case "startsWith" -> sql.add(column).add(" LIKE ").value(prefix((String) operand)).add(" ESCAPE '!'");
            default -> compared(value, operator, operand);
        }
    }

    private void compared(Member.Value value, String operator, Object operand) {
        if (value.domain() == Domain.DATE) {
            dated("t." + value.column(), operator, (PartialDate) operand);
        } else {
            sql.add("t.").add(value.served()).add(COMPARISONS.get(operator)).value(operand);
        }
    }

    /** Each holds for every day that the date can mean, or not at all. */
    private void dated(String column, String operator, PartialDate date) {
        switch (operator) {
            case "before" -> sql.add(column).add("_latest < ").value(date.earliest());
            case "until" -> sql.add(column).add("_latest <= ").value(date.latest());
            case "after" -> sql.add(column).add("_earliest > ").value(date.latest());
            case "from" -> sql.add(column).add("_earliest >= ").value(date.earliest());
            default -> sql.add(column).add("_earliest >= ").value(date.earliest()).add(" AND ").add(column)
                    .add("_latest <= ").value(date.latest());
        }
    }

    private void in(String column, List<?> operands) {
        if (operands.isEmpty()) {
            sql.add("FALSE");
        } else {
            sql.add(column).add(" IN ").list(operands.stream().map(Condition::plain).toList());
        }
    }

    /** Two dates are equal when they are written alike: 2018 is not 2018-01-01. */
    private static Object plain(Object operand) {
        return operand instanceof PartialDate date ? date.text() : operand;
    }

    private static String prefix(String start) {
        return start.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
