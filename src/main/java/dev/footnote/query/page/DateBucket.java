package dev.footnote.query.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.footnote.metamodel.Attribute;

/** Time period by which dates are grouped, if they are precise enough. Its numeric form combines year, quarter and month. */
public enum DateBucket {

    YEAR(4, 0, 0),
    QUARTER(7, 1, 0),
    MONTH(7, 1, 1);

    private static final int YEARS = 1000;
    private static final int QUARTERS = 100;

    /** The least number of characters of a date that is precise enough. */
    private final int length;
    private final int quarters;
    private final int months;

    DateBucket(int length, int quarters, int months) {
        this.length = length;
        this.quarters = quarters;
        this.months = months;
    }

    /**
     * The bucket number of a date, as SQL.
     *
     * @param column the date column, without the suffix of its text column
     */
    String sql(String column) {
        // from the text, because databases number the years before year 1 differently
        String year = "CAST(SUBSTRING(" + column + "_text FROM 1 FOR 4) AS INTEGER) * " + YEARS;
        if (this == YEAR) {
            return year;
        }
        String month = "CAST(SUBSTRING(" + column + "_text FROM 6 FOR 2) AS INTEGER)";
        return "CASE WHEN CHAR_LENGTH(" + column + "_text) >= " + length + " THEN " + year + " + (" + month + " + 2) / 3 * "
                + QUARTERS * quarters + " + " + month + " * " + months + " END";
    }

    public static int year(int number) {
        return number / YEARS;
    }

    /** @return null if the bucket is a year */
    public static Integer quarter(int number) {
        int quarter = number % YEARS / QUARTERS;
        return quarter == 0 ? null : quarter;
    }

    /** @return null if the bucket is a year or a quarter */
    public static Integer month(int number) {
        int month = number % QUARTERS;
        return month == 0 ? null : month;
    }

    /** The filter for the dates in a bucket. */
    static Map<String, Object> filter(int number) {
        String year = digits("%04d", year(number));
        if (quarter(number) == null) {
            return Map.of("within", year);
        }
        if (month(number) != null) {
            return Map.of("within", year + digits("-%02d", month(number)));
        }
        int last = quarter(number) * 3;
        Map<String, Object> filter = new LinkedHashMap<>(); // the same order every time, on every server
        filter.put("from", year + digits("-%02d", last - 2));
        filter.put("until", year + digits("-%02d", last));
        return filter;
    }

    private static String digits(String format, int number) {
        return String.format(Locale.ROOT, format, number);
    }

    /** The filter for records whose date is precise enough for a bucket of this length. */
    Map<String, Object> known(Attribute.Scalar date) {
        Map<String, Object> known = Map.of(date.name(), Map.of("isNull", false));
        return this == YEAR ? known
                : Map.of("and", List.of(known, Map.of("not", Map.of(date.name(), Map.of("precision", "YEAR")))));
    }
}
