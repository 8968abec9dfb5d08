package dev.footnote.explorer.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.annotation.ValidityPeriod;

/**
 * The times of several relations. What is certain is a solid bar, what is possible around it a pale one, and a single day a
 * dot.
 */
public final class Timeline {

    private static final int TICKS = 8;

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
        int step = Math.max(1, (years + TICKS - 1) / TICKS);
        List<Axis.Tick> ticks = new ArrayList<>();
        for (int year = start.getYear(); year < end.getYear(); year += step) {
            ticks.add(new Axis.Tick(Strip.percent(place(LocalDate.of(year, 1, 1))), String.format(Locale.ROOT, "%04d", year)));
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
        List<Strip.Bar> bars = new ArrayList<>();
        double last = span.last() == null ? 1 : place(span.last().plusDays(1));
        bars.add(Strip.bar(place(span.first()), last, "soft"));
        if (!span.sure().isAfter(span.until())) {
            bars.add(Strip.bar(place(span.sure()), place(span.until().plusDays(1)), "span"));
        }
        return new Strip(bars, null);
    }

    private double place(LocalDate day) {
        return (double) ChronoUnit.DAYS.between(start, day) / ChronoUnit.DAYS.between(start, end);
    }
}
