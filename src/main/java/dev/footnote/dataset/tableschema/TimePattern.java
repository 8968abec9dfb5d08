package dev.footnote.dataset.tableschema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Date and time format in strptime notation, such as {@code %d/%m/%Y}. */
final class TimePattern {

    private static final List<String> MONTHS = List.of("january", "february", "march", "april", "may", "june", "july",
            "august", "september", "october", "november", "december");
    private static final String NAMES = "January|February|March|April|May|June|July|August|September|October|November|December";
    private static final String DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";

    /** Regular expression for each directive. Names of months and weekdays are English. */
    private static final Map<Character, String> DIRECTIVES = Map.ofEntries(Map.entry('Y', "\\d{4}"), Map.entry('y', "\\d{2}"),
            Map.entry('m', "\\d{1,2}"), Map.entry('d', "\\d{1,2}"), Map.entry('e', " ?\\d{1,2}"), Map.entry('H', "\\d{1,2}"),
            Map.entry('I', "\\d{1,2}"), Map.entry('M', "\\d{1,2}"), Map.entry('S', "\\d{1,2}"), Map.entry('f', "\\d{1,6}"),
            Map.entry('p', "[AaPp][Mm]"), Map.entry('j', "\\d{1,3}"), Map.entry('B', NAMES),
            Map.entry('b', NAMES.replaceAll("(\\w{3})\\w*", "$1")), Map.entry('h', NAMES.replaceAll("(\\w{3})\\w*", "$1")),
            Map.entry('A', DAYS), Map.entry('a', DAYS.replaceAll("(\\w{3})\\w*", "$1")),
            Map.entry('z', "Z|[+-]\\d{2}:?\\d{2}(?::?\\d{2})?"), Map.entry('Z', "[A-Z]{1,5}"));
    private static final Map<Character, String> SHORT = Map.of('T', "%H:%M:%S", 'F', "%Y-%m-%d", 'D', "%m/%d/%y", 'R', "%H:%M");
    private static final int OLDEST = 69;

    private final String type;
    private final String format;
    private final Pattern pattern;
    private final List<Character> groups = new ArrayList<>();

    private TimePattern(String type, String format, Consumer<String> problems) {
        this.type = type;
        this.format = format;
        this.pattern = Pattern.compile(expression(format, problems), Pattern.CASE_INSENSITIVE);
        if (!type.equals("time") && !groups.contains('Y') && !groups.contains('y')) {
            problems.accept("has the format \"" + format + "\", which has no year. Correct it.");
        }
    }

    static TimePattern read(String type, String format, Consumer<String> problems) {
        return new TimePattern(type, format, problems);
    }

    private String expression(String text, Consumer<String> problems) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one != '%' || i + 1 == text.length()) {
                expression.append(Character.isWhitespace(one) ? "\\s+" : Pattern.quote(String.valueOf(one)));
                continue;
            }
            char directive = text.charAt(++i) == '-' && i + 1 < text.length() ? text.charAt(++i) : text.charAt(i);
            if (SHORT.containsKey(directive)) {
                expression.append(expression(SHORT.get(directive), problems));
            } else if (DIRECTIVES.containsKey(directive)) {
                groups.add(directive);
                expression.append('(').append(DIRECTIVES.get(directive)).append(')');
            } else if (directive == '%') {
                expression.append('%');
            } else {
                problems.accept(
                        "has a format with %" + directive
                                + ", which is not supported. Use other directives, such as %d/%m/%Y.");
            }
        }
        return expression.toString();
    }

    /** Converts a text to ISO 8601: a year, a month or a day, with a time if the type has one. */
    String value(String text) {
        Matcher parts = pattern.matcher(text.strip());
        if (parts.matches()) {
            Map<Character, String> read = new HashMap<>();
            for (int i = 0; i < groups.size(); i++) {
                read.put(groups.get(i), parts.group(i + 1).strip());
            }
            try {
                String date = type.equals("time") ? "" : date(read);
                return type.equals("date") || !hasTime() ? date : date + (date.isEmpty() ? "" : "T") + time(read);
            } catch (DateTimeException e) {
                // reported below like any other invalid text
            }
        }
        throw new IllegalArgumentException("\"" + FieldType.shown(text) + "\" is not a " + type + " in the format " + format
                + ", which the schema requires.");
    }

    private boolean hasTime() {
        return groups.contains('H') || groups.contains('I');
    }

    private static String date(Map<Character, String> read) {
        String two = read.get('y');
        int year = two == null ? Integer.parseInt(read.get('Y'))
                : Integer.parseInt(two) + (Integer.parseInt(two) < OLDEST ? 2000 : 1900);
        if (read.containsKey('j')) {
            return LocalDate.ofYearDay(year, Integer.parseInt(read.get('j'))).toString();
        }
        String name = read.getOrDefault('B', read.getOrDefault('b', read.get('h')));
        String day = read.getOrDefault('d', read.get('e'));
        if (name == null && !read.containsKey('m')) {
            return String.format(Locale.ROOT, "%04d", year);
        }
        int month = name == null ? Integer.parseInt(read.get('m')) : month(name.toLowerCase(Locale.ROOT));
        return day == null ? YearMonth.of(year, month).toString() : LocalDate.of(year, month, Integer.parseInt(day)).toString();
    }

    private static int month(String name) {
        return 1 + MONTHS.indexOf(MONTHS.stream().filter(month -> month.startsWith(name)).findFirst().orElseThrow());
    }

    private static String time(Map<Character, String> read) {
        int hour = Integer.parseInt(read.getOrDefault('H', read.get('I')));
        if (!read.containsKey('H') && read.containsKey('p')) {
            hour = hour % 12 + (read.get('p').equalsIgnoreCase("pm") ? 12 : 0);
        }
        int minute = Integer.parseInt(read.getOrDefault('M', "0"));
        int second = Integer.parseInt(read.getOrDefault('S', "0"));
        if (hour > 24 || minute > 59 || second > 61) {
            throw new DateTimeException("no such time");
        }
        return String.format(Locale.ROOT, "%02d:%02d:%02d", hour, minute, second)
                + (read.containsKey('f') ? "." + read.get('f') : "")
                + read.getOrDefault('z', "");
    }
}
