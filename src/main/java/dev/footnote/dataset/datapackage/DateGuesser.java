package dev.footnote.dataset.datapackage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes dates in common notations. Names of months are English. */
final class DateGuesser {

    /**
     * Full names and usual abbreviations. Other prefixes are not accepted, because they also begin words of other languages.
     */
    private static final List<Set<String>> MONTHS = List.of(Set.of("january", "jan"), Set.of("february", "feb"),
            Set.of("march", "mar"), Set.of("april", "apr"), Set.of("may"), Set.of("june", "jun"), Set.of("july", "jul"),
            Set.of("august", "aug"), Set.of("september", "sept", "sep"), Set.of("october", "oct"), Set.of("november", "nov"),
            Set.of("december", "dec"));
    private static final String NAME = "([a-z]{3,9})\\.?";

    private static final Pattern TIMED = Pattern.compile("(.*\\d)(?:t|,? )(?:[01]?\\d|2[0-4]):[0-5]\\d"
            + "(?::[0-6]\\d(?:[.,]\\d+)?)? ?(?:am|pm)? ?(?:z|utc|gmt|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})(?:\\2(\\d{1,2})?)?");
    private static final Pattern CHARACTERS = Pattern.compile("(\\d{4})年(\\d{1,2})月(?:(\\d{1,2})日)?");
    private static final Pattern CLOSE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");
    private static final Pattern DAY_NAME_YEAR = Pattern
            .compile("(?:(\\d{1,2})(?:st|nd|rd|th)?\\.?[- ])?" + NAME + ",?[- ](\\d{4})");
    private static final Pattern NAME_DAY_YEAR = Pattern.compile(NAME + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final Pattern ABOUT = Pattern.compile("(?:c\\.?|ca\\.?|circa|about|~)\\s*(\\d{4})");
    private static final Pattern COUNTED = Pattern.compile("[2-5]\\d{4}");
    private static final LocalDate COUNT_BEGINS = LocalDate.of(1899, 12, 30);
    private static final int WHOLE = "2018-04-25".length();

    private DateGuesser() {
    }

    /**
     * Explains a text that is probably a date, but not certainly.
     *
     * @return a sentence, or null if there is no doubt
     */
    static String doubt(String text) {
        if (ABOUT.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
            return "\"" + text + "\" is not a date. Write the year alone, and that it is not certain in the note.";
        }
        if (COUNTED.matcher(text).matches()) {
            return "\"" + text + "\" is how a spreadsheet counts days. Write " + COUNT_BEGINS.plusDays(Long.parseLong(text))
                    + ", if that is the day that it shows.";
        }
        return null;
    }

    /** All dates that the text can mean. */
    static List<String> readings(String text) {
        Set<String> readings = new LinkedHashSet<>();
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher timed = TIMED.matcher(lower);
        if (timed.matches()) {
            readings.addAll(all(timed.group(1)));
            // only a day has a time
            readings.removeIf(one -> one == null || one.length() < WHOLE);
        } else {
            readings.addAll(all(lower));
        }
        readings.remove(null);
        readings.remove(text);
        return List.copyOf(readings);
    }

    /** Removes the time from an ISO 8601 date and time; returns any other text unchanged. */
    static String withoutTime(String text) {
        return text.length() > WHOLE && text.substring(0, WHOLE).matches("\\d{4}-\\d{2}-\\d{2}")
                && TIMED.matcher(text.toLowerCase(Locale.ROOT)).matches() ? text.substring(0, WHOLE) : text;
    }

    private static Set<String> all(String text) {
        Set<String> readings = new LinkedHashSet<>();
        Matcher first = YEAR_FIRST.matcher(text);
        // one digit after a point may be a fraction of a year
        if (first.matches() && (first.group(4) != null || !text.matches("\\d{4}\\.\\d"))) {
            readings.add(date(first.group(1), first.group(3), first.group(4)));
        }
        for (Pattern pattern : List.of(CHARACTERS, CLOSE)) {
            Matcher date = pattern.matcher(text);
            if (date.matches()) {
                readings.add(date(date.group(1), date.group(2), date.group(3)));
            }
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            readings.add(date(last.group(4), last.group(3), last.group(1)));
            // no country uses dots with the month first
            readings.add(last.group(2).equals(".") ? null : date(last.group(4), last.group(1), last.group(3)));
        }
        Matcher month = MONTH_YEAR.matcher(text);
        if (month.matches()) {
            readings.add(date(month.group(2), month.group(1), null));
        }
        named(text, readings);
        return readings;
    }

    private static void named(String text, Set<String> readings) {
        Matcher day = DAY_NAME_YEAR.matcher(text);
        if (day.matches()) {
            readings.add(date(day.group(3), month(day.group(2)), day.group(1)));
        }
        Matcher name = NAME_DAY_YEAR.matcher(text);
        if (name.matches()) {
            readings.add(date(name.group(3), month(name.group(1)), name.group(2)));
        }
    }

    /** @return the number of the month; 13, which is invalid, if the name is unknown */
    private static String month(String name) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).contains(name)) {
                return String.valueOf(i + 1);
            }
        }
        return String.valueOf(MONTHS.size() + 1);
    }

    /** @return null if there is no such day; zeros stand for unknown parts */
    private static String date(String year, String month, String day) {
        try {
            if (Integer.parseInt(month) == 0) {
                return day == null || Integer.parseInt(day) == 0 ? year : null;
            }
            YearMonth in = YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
            return day == null || Integer.parseInt(day) == 0 ? in.toString() : in.atDay(Integer.parseInt(day)).toString();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
