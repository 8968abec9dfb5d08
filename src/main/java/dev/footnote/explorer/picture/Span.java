package dev.footnote.explorer.picture;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The time of a relation, from its partial dates. A part of it may be certain, and around that it may be longer.
 *
 * @param first the first possible day
 * @param sure the first certain day, after {@code until} if none is certain
 * @param until the last certain day
 * @param last the last possible day, or null if no end is known
 */
record Span(LocalDate first, LocalDate sure, LocalDate until, LocalDate last) {

    private static final int YEAR = 4;
    private static final int MONTH = 7;

    /**
     * Reads partial dates as written, each null where it is unknown.
     *
     * @param ended whether the relation is known to have ended
     * @return empty if nothing is known, or if a date has a year that no calendar has
     */
    static Optional<Span> of(String from, String to, String shown, boolean ended) {
        String start = from != null ? from : shown != null ? shown : to;
        String end = to != null ? to : shown != null ? shown : from;
        if (start == null) {
            return Optional.empty();
        }
        try {
            boolean open = from != null && to == null && !ended;
            return Optional.of(new Span(earliest(start), latest(start), earliest(end), open ? null : latest(end)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate earliest(String date) {
        return switch (date.length()) {
            case YEAR -> LocalDate.of(Integer.parseInt(date), 1, 1);
            case MONTH -> YearMonth.parse(date).atDay(1);
            default -> LocalDate.parse(date);
        };
    }

    private static LocalDate latest(String date) {
        return switch (date.length()) {
            case YEAR -> LocalDate.of(Integer.parseInt(date), 12, 31);
            case MONTH -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }

    /** Whether it is known as one day. */
    boolean isDay() {
        return first.equals(last);
    }

    /** The last day that is drawn before an open end. */
    LocalDate end() {
        return last == null ? until : last;
    }
}
