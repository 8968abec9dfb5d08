package dev.footnote.graph;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** How the values of a field travel: out of a row, into a cursor and back, and into a statement. */
public enum Domain {

    TEXT(null),
    INTEGER("-?[0-9]{1,10}"),
    BOOLEAN("true|false"),
    DECIMAL("-?[0-9]{1,100}(\\.[0-9]{1,100})?"),
    DATE(null),
    /** The first day of a partial date: what it is ordered by. No field of the schema has it. */
    DAY("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** What a value looks like as text; null where any text is a value. */
    private final Pattern form;

    Domain(String form) {
        this.form = form == null ? null : Pattern.compile(form);
    }

    /**
     * A value as JSON has it: a String, an Integer or a Boolean, so that whoever writes it need not know where it came from.
     */
    public Object read(ResultSet row, int column) throws SQLException {
        return switch (this) {
            case INTEGER -> {
                int value = row.getInt(column);
                yield row.wasNull() ? null : (Object) value;
            }
            case BOOLEAN -> {
                boolean value = row.getBoolean(column);
                yield row.wasNull() ? null : (Object) value;
            }
            case DECIMAL -> plain(row.getBigDecimal(column));
            case DAY -> {
                // not as text, because PostgreSQL writes the year 0000 as 0001 BC
                LocalDate value = row.getObject(column, LocalDate.class);
                yield value == null ? null : value.toString();
            }
            default -> row.getString(column);
        };
    }

    /**
     * The value for a statement of what {@link #read} gave as text. The text may be forged, so only the form that
     * {@code read} writes is accepted: other forms of the same type are beyond what the databases can store or compare.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public Object parameter(String text) {
        if (form != null && !form.matcher(text).matches()) {
            throw new IllegalArgumentException("This is not a value of the type " + this + ".");
        }
        try {
            return switch (this) {
                case INTEGER -> Integer.valueOf(text);
                case BOOLEAN -> Boolean.valueOf(text);
                case DECIMAL -> new BigDecimal(text);
                case DAY -> LocalDate.parse(text);
                default -> text;
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("This is not a day.", e);
        }
    }

    /** A number as it is served. */
    public static String plain(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }
}
