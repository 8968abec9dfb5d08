package dev.footnote.query.sql;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.ValueType;
import dev.footnote.metamodel.scalar.PartialDate;

/** Comparisons of one value, as SQL. */
final class ComparisonSql {

    private static final Map<String, String> SIGNS = Map.of("lt", " < ", "lte", " <= ", "gt", " > ", "gte", " >= ");
    /**
     * The position of the search text within the other text; both are compared without case, accents and character widths.
     */
    private static final Map<String, String> FOLDED = Map.of("contains", " > 0", "startsWith", " = 1");
    /** Text for which a trigram index has an entry. */
    private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{N}]{3}");
    /** The search text as a LIKE pattern, computed once for all records. */
    private static final String PATTERN = "REPLACE(REPLACE(REPLACE(folded(?), '!', '!!'), '%', '!%'), '_', '!_') || '%')"
            + " ESCAPE '!'";
    private static final Map<String, Integer> LENGTHS = Map.of("YEAR", 4, "MONTH", 7, "DAY", 10);

    private final SqlBuilder sql;

    ComparisonSql(SqlBuilder sql) {
        this.sql = sql;
    }

    /** Adds the comparisons of a column. */
    void value(String alias, Attribute.Scalar value, Map<String, Object> operators) {
        String separator = "";
        boolean exact = exact(value.name(), operators);
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            if (operator.getKey().equals("exact")) {
                continue;
            }
            sql.add(separator);
            separator = " AND ";
            Object operand = given(value.name() + "." + operator.getKey(), operator.getValue());
            if (!exact && FOLDED.containsKey(operator.getKey())) {
                folded(alias + "." + value.served(), operator.getKey(), (String) operand);
            } else if (value.domain() == ValueType.DATE && operand instanceof PartialDate date && dated(operator.getKey())) {
                date(alias + "." + value.column(), operator.getKey(), date);
            } else {
                String column = alias + "." + value.served();
                operator(() -> sql.add(column), operator.getKey(), operand);
            }
        }
        sql.add(operators.isEmpty() ? "TRUE" : "");
    }

    private void folded(String column, String operator, String operand) {
        if (TRIGRAM.matcher(operand).find()) {
            sql.add("folded(").add(column).add(") LIKE (SELECT ").add(operator.equals("contains") ? "'%' || " : "").add(PATTERN)
                    .bound(operand);
        } else {
            // because a trigram index would return all records for it
            sql.add("POSITION(folded(").value(operand).add(") IN folded(").add(column).add("))").add(FOLDED.get(operator));
        }
    }

    /** Whether texts are compared exactly as written. */
    private static boolean exact(String name, Map<String, Object> operators) {
        if (!operators.containsKey("exact")) {
            return false;
        }
        if (operators.keySet().stream().noneMatch(FOLDED::containsKey)) {
            throw new IllegalArgumentException("The filter's " + name
                    + ".exact goes with contains or startsWith. Give one of them, or leave exact out.");
        }
        return (Boolean) given(name + ".exact", operators.get("exact"));
    }

    /** Adds the comparisons of an expression, such as a number of records. */
    void expression(String name, Runnable expression, Map<String, Object> operators) {
        String separator = "";
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            sql.add(separator);
            separator = " AND ";
            operator(expression, operator.getKey(), given(name + "." + operator.getKey(), operator.getValue()));
        }
        sql.add(operators.isEmpty() ? "TRUE" : "");
    }

    /** @throws IllegalArgumentException if the value is null, where null has no meaning */
    static Object given(String name, Object value) {
        if (value == null) {
            throw new IllegalArgumentException("The filter's " + name
                    + " is null. Leave it out where it is not meant, or ask for {isNull: true}.");
        }
        return value;
    }

    private void operator(Runnable left, String operator, Object operand) {
        switch (operator) {
            case "eq" -> after(left, " = ").value(plain(operand));
            case "not" -> {
                sql.add("(");
                after(left, " = ").value(plain(operand)).add(") IS NOT TRUE");
            }
            case "in" -> in(left, (List<?>) operand);
            case "isNull" -> after(left, (Boolean) operand ? " IS NULL" : " IS NOT NULL");
            case "contains" -> {
                sql.add("POSITION(").value(operand).add(" IN ");
                after(left, ") > 0");
            }
            case "startsWith" -> after(left, " LIKE ").value(prefix((String) operand)).add(" ESCAPE '!'");
            case "precision" -> {
                sql.add("CHAR_LENGTH(");
                after(left, ") = ").value(LENGTHS.get((String) operand));
            }
            default -> after(left, SIGNS.get(operator)).value(operand);
        }
    }

    private SqlBuilder after(Runnable left, String sign) {
        left.run();
        return sql.add(sign);
    }

    private static boolean dated(String operator) {
        return !operator.equals("eq") && !operator.equals("not");
    }

    /** Adds a date comparison. It must hold for every day that the date can mean. */
    private void date(String column, String operator, PartialDate date) {
        switch (operator) {
            case "before" -> sql.add(column).add("_latest < ").value(date.earliest());
            case "until" -> sql.add(column).add("_latest <= ").value(date.latest());
            case "after" -> sql.add(column).add("_earliest > ").value(date.latest());
            case "from" -> sql.add(column).add("_earliest >= ").value(date.earliest());
            default -> sql.add(column).add("_earliest >= ").value(date.earliest()).add(" AND ").add(column)
                    .add("_latest <= ").value(date.latest());
        }
    }

    private void in(Runnable left, List<?> operands) {
        if (operands.isEmpty()) {
            sql.add("FALSE");
        } else {
            after(left, " IN ").list(operands.stream().map(ComparisonSql::plain).toList());
        }
    }

    /** Converts dates to text. Two dates are equal only if they are written alike: 2018 is not 2018-01-01. */
    private static Object plain(Object operand) {
        return operand instanceof PartialDate date ? date.text() : operand;
    }

    private static String prefix(String start) {
        return start.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
