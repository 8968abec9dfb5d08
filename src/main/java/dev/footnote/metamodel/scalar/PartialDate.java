package dev.footnote.metamodel.scalar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.persistence.Embeddable;

/**
 * A date as exact as a source states it: {@code 2018}, {@code 2018-04} or {@code 2018-04-25}.
 *
 * @param text the date as written, ISO 8601 with reduced precision
 * @param earliest the first day that it can mean
 * @param latest the last day that it can mean
 */
@Embeddable
public record PartialDate(String text, LocalDate earliest, LocalDate latest) {

    private static final int LONGEST_SHOWN = 40;
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /** @throws IllegalArgumentException with a sentence for the client if the text is not such a date */
    public static PartialDate parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw exception(text);
        }
        try {
            return of(text, Integer.parseInt(form.group(1)), form.group(2), form.group(3));
        } catch (DateTimeException e) {
            throw exception(text);
        }
    }

    private static PartialDate of(String text, int year, String month, String day) {
        if (month == null) {
            return new PartialDate(text, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        YearMonth in = YearMonth.of(year, Integer.parseInt(month));
        if (day == null) {
            return new PartialDate(text, in.atDay(1), in.atEndOfMonth());
        }
        LocalDate exact = in.atDay(Integer.parseInt(day));
        return new PartialDate(text, exact, exact);
    }

    private static IllegalArgumentException exception(String text) {
        String shown = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
        return new IllegalArgumentException(
                "\"" + shown + "\" is not a date. Write a year, a month or a day, such as 2018, 2018-04 or 2018-04-25.");
    }
}
