package dev.footnote.answer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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
        boolean lasts = to == null && !Boolean.TRUE.equals(row.values().get(dated.ended()));
        return provenBy(Stream.of(from, to, shown).filter(Objects::nonNull).toList(), lasts);
    }

    /** No date rules it out. */
    private boolean can(Day from, Day to) {
        return (from == null || !from.earliest().isAfter(date.latest()))
                && (to == null || !to.latest().isBefore(date.earliest()));
    }

    /** On each of the days it held, and so it did on all between them. */
    private boolean provenBy(List<Day> days, boolean lasts) {
        return days.stream().anyMatch(day -> !day.latest().isAfter(date.latest()))
                && (lasts || days.stream().anyMatch(day -> !day.earliest().isBefore(date.earliest())));
    }
}
