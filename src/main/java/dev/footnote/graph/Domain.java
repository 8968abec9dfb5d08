package dev.footnote.graph;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** How the values of a field travel: out of a row, into a cursor and back, and into a statement. */
public enum Domain {

    TEXT,
    INTEGER,
    BOOLEAN,
    DECIMAL,
    DATE,
    /** The first day of a partial date: what it is ordered by. No field of the schema has it. */
    DAY;

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
     * The value for a statement of what {@link #read} gave as text.
     *
     * @throws RuntimeException when the text was never given out
     */
    public Object parameter(String text) {
        return switch (this) {
            case INTEGER -> Integer.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case DAY -> LocalDate.parse(text);
            default -> text;
        };
    }

    /** A number as it is served. */
    public static String plain(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }
}
