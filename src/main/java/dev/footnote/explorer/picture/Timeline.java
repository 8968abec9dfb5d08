package dev.footnote.explorer.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.annotation.ValidityPeriod;

/**
 * The times of several relations. What is certain is a solid bar with soft ends for what is possible around it, and a single
 * day a dot.
 */
public final class Timeline {

    private static final int TICKS = 8;
    private static final int[] STEPS = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000 };
    /** A year that is written further to the right would not fit. */
    private static final double LAST = 0.92;

    private final List<Optional<Span>> spans;
    private final LocalDate start;
    private final LocalDate end;

    private Timeline(List<Optional<Span>> spans) {
        this.spans = spans;
        this.start = all().map(Span::first).min(LocalDate::compareTo).orElseThrow().withDayOfYear(1);
        this.end = all().map(Span::end).max(LocalDate::compareTo).orElseThrow().withDayOfYear(1).plusYears(1);
    }

    /** The timeline of records; empty if they have no period, or if fewer than two are dated. */
    public static Optional<Timeline> of(EntityType type, JsonNode records) {
        ValidityPeriod period = type.dated();
        if (period == null) {
            return Optional.empty();
        }
        List<Optional<Span>> spans = new ArrayList<>();
        records.forEach(record -> spans.add(Span.of(text(record, period.from()), text(record, period.to()),
                text(record, period.shown()), record.path(period.ended()).asBoolean())));
        return spans.stream().filter(Optional::isPresent).count() < 2 ? Optional.empty() : Optional.of(new Timeline(spans));
    }

    private static String text(JsonNode record, String field) {
        return record.hasNonNull(field) ? record.get(field).asText() : null;
    }

    private Stream<Span> all() {
        return spans.stream().flatMap(Optional::stream);
    }

    public Axis axis() {
        int years = end.getYear() - start.getYear();
        int step = Arrays.stream(STEPS).filter(one -> one * TICKS >= years).findFirst().orElse(years);
        List<Axis.Tick> ticks = new ArrayList<>();
        for (int year = Math.floorDiv(start.getYear() + step - 1, step) * step; year < end.getYear(); year += step) {
            double place = place(LocalDate.of(year, 1, 1));
            if (place < LAST) {
                ticks.add(new Axis.Tick(Strip.percent(place), String.format(Locale.ROOT, "%04d", year)));
            }
        }
        return new Axis(ticks);
    }

    /** The drawing of one record; null if nothing is known about its time. */
    public Strip strip(int index) {
        return spans.get(index).map(this::strip).orElse(null);
    }

    private Strip strip(Span span) {
        if (span.isDay()) {
            return new Strip(List.of(), Strip.percent(place(span.first())));
        }
        double first = place(span.first());
        double last = span.last() == null ? 1 : place(span.last().plusDays(1));
        boolean certain = !span.sure().isAfter(span.until());
        if (!certain && span.last() != null) {
            return new Strip(List.of(Strip.bar(first, last, "soft")), null);
        }
        double sure = place(certain ? span.sure() : span.sure().plusDays(1));
        double until = certain ? place(span.until().plusDays(1)) : sure;
        return new Strip(Stream.of(Strip.bar(first, sure, "rising"), Strip.bar(sure, until, "span"),
                Strip.bar(until, last, "fading")).filter(Strip.Bar::isVisible).toList(), null);
    }

    private double place(LocalDate day) {
        return (double) ChronoUnit.DAYS.between(start, day) / ChronoUnit.DAYS.between(start, end);
    }
}
