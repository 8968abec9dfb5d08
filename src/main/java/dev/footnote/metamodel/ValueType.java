package dev.footnote.metamodel;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** The conversions of the values of a field: from a row, to a cursor and back, and to a statement. */
public enum ValueType {

    TEXT(null),
    INTEGER("-?[0-9]{1,10}"),
    BOOLEAN("true|false"),
    DECIMAL("-?[0-9]{1,100}(\\.[0-9]{1,100})?"),
    DATE(null),
    /** The first day of a partial date, used for sorting. No field of the schema has this type. */
    DAY("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** The text form of a value; null if any text is a value. */
    private final Pattern form;

    ValueType(String form) {
        this.form = form == null ? null : Pattern.compile(form);
    }

    /**
     * Reads a value as JSON represents it: a String, an Integer or a Boolean. The writer need not know where the value came
     * from.
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
     * The statement parameter for a text from {@link #read}. The text may be forged, so only the form that {@code read} writes
     * is accepted: the databases may be unable to store or compare other forms of the same type.
     *
     * @throws IllegalArgumentException if the text has another form
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

    /** A number in the form in which it is served. */
    public static String plain(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }
}
