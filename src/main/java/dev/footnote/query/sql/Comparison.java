package dev.footnote.query.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.footnote.metamodel.scalar.PartialDate;

/**
 * A comparison with a value.
 *
 * @param operand a list for {@code in}, a Boolean for {@code isNull}, a value for all others
 */
public record Comparison(Operator operator, Object operand) {

    /** An operator and its name in a filter. */
    enum Operator {

        EQ("eq", " = "),
        NOT("not", " = "),
        IN("in", " IN "),
        IS_NULL("isNull", " IS "),
        LT("lt", " < "),
        LTE("lte", " <= "),
        GT("gt", " > "),
        GTE("gte", " >= ");

        private final String key;
        private final String sql;

        Operator(String key, String sql) {
            this.key = key;
            this.sql = sql;
        }

        static Operator of(String key) {
            return Arrays.stream(values()).filter(operator -> operator.key.equals(key)).findFirst().orElseThrow();
        }
    }

    /**
     * Reads the comparisons of an expression.
     *
     * @param name of the expression, for error messages
     */
    public static List<Comparison> parse(String name, Map<String, Object> operators) {
        List<Comparison> comparisons = new ArrayList<>();
        operators.forEach((key, operand) -> comparisons
                .add(of(key, FilterParser.given(name + "." + key, operand))));
        return comparisons;
    }

    static Comparison of(String key, Object operand) {
        return new Comparison(Operator.of(key), operand);
    }

    static Comparison isNull(boolean isNull) {
        return new Comparison(Operator.IS_NULL, isNull);
    }

    /** Adds comparisons of an expression, all of which must hold. */
    public static void add(List<Comparison> comparisons, Runnable expression, SqlBuilder sql) {
        String separator = "";
        for (Comparison comparison : comparisons) {
            sql.add(separator);
            separator = " AND ";
            comparison.add(expression, sql);
        }
        sql.add(comparisons.isEmpty() ? "TRUE" : "");
    }

    void add(Runnable expression, SqlBuilder sql) {
        if (operand instanceof List<?> list && list.isEmpty()) {
            sql.add("FALSE");
            return;
        }
        sql.add(operator == Operator.NOT ? "(" : "");
        expression.run();
        sql.add(operator.sql);
        switch (operator) {
            case IS_NULL -> sql.add((Boolean) operand ? "NULL" : "NOT NULL");
            case IN -> sql.list(((List<?>) operand).stream().map(Comparison::plain).toList());
            case NOT -> sql.value(plain(operand)).add(") IS NOT TRUE");
            default -> sql.value(plain(operand));
        }
    }

    /** Converts dates to text. Two dates are equal only if they are written alike: 2018 is not 2018-01-01. */
    private static Object plain(Object operand) {
        return operand instanceof PartialDate date ? date.text() : operand;
    }

    /** Whether it holds for the number 0. */
    boolean holdsForZero() {
        return switch (operator) {
            case EQ -> operand.equals(0);
            case NOT -> !operand.equals(0);
            case IN -> ((List<?>) operand).contains(0);
            case IS_NULL -> operand.equals(false);
            case LT -> 0 < (Integer) operand;
            case LTE -> 0 <= (Integer) operand;
            case GT -> 0 > (Integer) operand;
            case GTE -> 0 >= (Integer) operand;
        };
    }
}
