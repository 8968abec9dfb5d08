package dev.footnote.query.execution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.annotation.ValidityPeriod;
import dev.footnote.metamodel.scalar.PartialDate;
import dev.footnote.query.execution.Records.Day;
import dev.footnote.query.execution.Records.Row;

/**
 * Which relations held at a time, as the descriptions of the arguments {@code at} and {@code possibly} say.
 *
 * @param date null for all times
 * @param all whether reports that were restated are there as well
 */
record HeldRequests(PartialDate date, boolean possibly, boolean all) {

    static final HeldRequests EVER = new HeldRequests(null, false, false);

    /** What holds for a field with these arguments, and below it. */
    HeldRequests asked(Map<String, Object> arguments) {
        PartialDate at = arguments.containsKey("at") ? (PartialDate) arguments.get("at") : date;
        Boolean own = (Boolean) arguments.get("possibly");
        Object revisions = arguments.get("revisions");
        return new HeldRequests(at, at != null && (own == null ? possibly : own),
                revisions == null ? all : "ALL".equals(revisions));
    }

    /** @param relation by which the record was found, or null */
    boolean by(Row row, Attribute.ToMany relation, Records records) {
        return held(row, records) && (all || !restated(row, relation, records));
    }

    /** Whether a later revision of the report is there; a report itself has all the figures that it states. */
    private static boolean restated(Row row, Attribute.ToMany relation, Records records) {
        Row report = switch (row.entityType().type()) {
            case "FinancialReport" -> row;
            case "Figure" -> relation != null && relation.column().equals("report_id") ? null
                    : records.one(records.metamodel().entityTypeOfType("FinancialReport"), row.values().get("report"));
            default -> null;
        };
        return report != null && records.all(report.entityType()).stream()
                .anyMatch(other -> Stream.of("organization", "fiscalYear", "period")
                        .allMatch(name -> report.values().get(name).equals(other.values().get(name)))
                        && (Integer) other.values().get("revision") > (Integer) report.values().get("revision"));
    }

    private boolean held(Row row, Records records) {
        ValidityPeriod dated = row.entityType().dated();
        if (date == null || dated == null) {
            return true;
        }
        Day from = (Day) row.values().get(dated.from());
        Day to = (Day) row.values().get(dated.to());
        boolean over = Boolean.TRUE.equals(row.values().get(dated.ended()));
        List<Row> sources = sources(row, records);
        if (possibly) {
            return can(from, to) && (to != null || !over || written(sources));
        }
        Day shown = (Day) row.values().get(dated.shown());
        boolean lasts = from != null && to == null && !over && sources.stream().anyMatch(this::shows);
        return provenBy(Stream.of(from, to, shown).filter(Objects::nonNull).toList(), lasts);
    }

    /** The sources that support a record. */
    private static List<Row> sources(Row row, Records records) {
        return records.children(row, (Attribute.ToMany) row.entityType().attribute("citations")).stream()
                .filter(citation -> !"DISPUTES".equals(citation.values().get("stance")))
                .map(citation -> records.one(records.metamodel().entityTypeOfType("Source"), citation.values().get("source")))
                .toList();
    }

    /** Whether a source shows what it says at the time or later. */
    private boolean shows(Row source) {
        boolean current = List.of("DATASET", "WEBSITE").contains(source.values().get("kind"));
        Day day = (Day) source.values().get("published");
        day = day == null && current ? (Day) source.values().get("retrieved") : day;
        return day != null && !day.earliest().isBefore(date.earliest());
    }

    /** Whether one of the sources can have been written at the time or later. */
    private boolean written(List<Row> sources) {
        return sources.isEmpty() || sources.stream().anyMatch(source -> {
            Day day = (Day) source.values().get(source.values().get("published") == null ? "retrieved" : "published");
            return day == null || !day.latest().isBefore(date.earliest());
        });
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
