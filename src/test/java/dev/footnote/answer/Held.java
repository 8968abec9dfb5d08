package dev.footnote.answer;

import java.util.Map;

import dev.footnote.answer.Records.Day;
import dev.footnote.answer.Records.Row;
import dev.footnote.entry.Dated;
import dev.footnote.value.PartialDate;

/**
 * Which relations held at a time, as the descriptions of the arguments {@code at} and {@code possibly} say.
 *
 * @param date null for all times
 */
record Held(PartialDate date, boolean possibly) {

    static final Held EVER = new Held(null, false);

    /** What holds for a field with these arguments, and below it. */
    Held asked(Map<String, Object> arguments) {
        PartialDate at = arguments.containsKey("at") ? (PartialDate) arguments.get("at") : date;
        Boolean own = (Boolean) arguments.get("possibly");
        return at == null ? EVER : new Held(at, own == null ? possibly : own);
    }

    boolean by(Row row) {
        Dated dated = row.noun().dated();
        if (date == null || dated == null) {
            return true;
        }
        Day from = (Day) row.values().get(dated.from());
        Day to = (Day) row.values().get(dated.to());
        if (possibly) {
            return can(from, to);
        }
        Day shown = (Day) row.values().get(dated.shown());
        return begun(from == null ? shown : from) && lasts(to, shown, Boolean.TRUE.equals(row.values().get(dated.ended())));
    }

    /** No date rules it out. */
    private boolean can(Day from, Day to) {
        return (from == null || !from.earliest().isAfter(date.latest()))
                && (to == null || !to.latest().isBefore(date.earliest()));
    }

    /** It had certainly begun on the last day in question. */
    private boolean begun(Day day) {
        return day != null && !day.latest().isAfter(date.latest());
    }

    /** It was certainly not over ahead of the first day in question. */
    private boolean lasts(Day to, Day shown, boolean ended) {
        Day last = to != null || !ended ? to : shown;
        return last == null ? !ended : !last.earliest().isBefore(date.earliest());
    }
}
