package dev.footnote.dataset.mapping;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.footnote.dataset.datapackage.*;
import dev.footnote.metamodel.scalar.Sha256;

/** Source of the records of one resource, mapped from foreign resources. */
final class MappedRecordSource implements RecordSource {

    /** A rule and the files that it reads. The parts are read in sequence, and each rule numbers its files separately. */
    record Part(MappingRule rule, CsvTableReader table, int files, Set<String> unread) {
    }

    /** Longer identities are kept as hashes. */
    private static final int LONGEST_IDENTITY = 64;

    private final String mapping;
    private final int number;
    private final List<Part> parts;
    private final UnmappedReport losses;
    private final List<List<String>> groups;
    private final List<ColumnDependency> ties;
    private final Map<String, TableColumn> columns = new HashMap<>();
    private final DatasetProblems problems;
    private final CellOrigins origins;
    /** Index of the part that is being read. */
    private int at;

    /**
     * Creates a source.
     *
     * @param entityColumns columns of its records; null for citations and deletions, which have no entity type of their own
     */
    MappedRecordSource(String resource, int number, List<Part> parts, EntityColumns entityColumns, UnmappedReport losses) {
        this.groups = entityColumns == null ? List.of() : entityColumns.groups();
        this.ties = entityColumns == null ? List.of() : entityColumns.ties();
        if (entityColumns != null) {
            entityColumns.columns().forEach(column -> columns.put(column.header(), column));
        }
        this.mapping = losses.mapping();
        this.number = number;
        this.parts = parts;
        this.losses = losses;
        this.problems = losses.problems();
        this.origins = new CellOrigins(resource, number, mapping, parts);
    }

    DatasetProblems problems() {
        return problems;
    }

    /** @return null if the column holds no value */
    TableColumn column(String header) {
        return columns.get(header);
    }

    /** Groups of columns; a record fills all columns of a group or none. */
    List<List<String>> groups() {
        return groups;
    }

    /** Rules for columns that are filled only if others are. */
    List<ColumnDependency> ties() {
        return ties;
    }

    @Override
    public void read(Collection<String> known, Collection<String> needed, Consumer<SourceRecord> reading) throws IOException {
        losses.tell();
        Set<String> met = parts.stream().anyMatch(part -> part.rule().again() == MappingRule.Again.ONCE) ? new HashSet<>()
                : null;
        int files = 0;
        for (at = 0; at < parts.size(); at++) {
            Part part = parts.get(at);
            Reading one = new Reading(part, files, met, reading);
            part.table().read(null, List.of(), one::line);
            one.tell();
            files += part.files();
        }
    }

    @Override
    public double share() {
        return at < parts.size() ? (at + parts.get(at).table().share()) / parts.size() : 1;
    }

    /** Reading of the files of one rule, numbered from {@code first}. */
    private final class Reading {

        private final Part part;
        private final int first;
        /** Identities of the records read so far, by this rule or an earlier one; null if no rule needs them. */
        private final Set<String> met;
        private final Consumer<SourceRecord> taker;
        private final UnmappedReport.Tally again = new UnmappedReport.Tally();
        private final Map<String, UnmappedReport.Tally> drops = new LinkedHashMap<>();
        private long taken;

        private Reading(Part part, int first, Set<String> met, Consumer<SourceRecord> taker) {
            this.part = part;
            this.first = first;
            this.met = met;
            this.taker = taker;
        }

        private void line(SourceRecord line) {
            Place place = Place.of(line.place());
            for (SourceRow cells : SourceRow.all(part.rule(), line, part.unread())) {
                if (part.rule().takes(cells)) {
                    record(new MappedRecord(MappedRecordSource.this, part.rule(), cells, new Place(number, first + place.file(),
                            place.line(), Math.min(cells.part(), Place.MOST_PARTS - 1))), cells);
                }
            }
        }

        private void record(MappedRecord record, SourceRow cells) {
            String identity = met == null ? null : part.rule().identity(cells);
            if (identity != null && !met.add(bounded(identity)) && part.rule().again() == MappingRule.Again.ONCE) {
                again.add(record, part.rule().id(cells));
                return;
            }
            taken++;
            record.fill(drops);
            taker.accept(record);
        }

        /** Warns about records and cells that the mapping leaves out. */
        private void tell() {
            if (again.count() > 0) {
                String alike = part.rule().columns().containsKey(EntityColumns.ID) ? "with the same id."
                        : "of identical records.";
                problems.warn(problem(again.first(), EntityColumns.ID, again.example(), "From here on " + again.many("record")
                        + " left out, because the mapping takes only the first " + alike));
            }
            if (again.count() > taken) {
                problems.alarm(new DatasetProblem(mapping, part.rule().place().line(), part.rule().place().column(),
                        "The rule leaves out"
                                + " more than it takes: " + again.many("record") + " left out, and "
                                + UnmappedReport.Tally.many(taken, "record")
                                + " taken. Take \"once\" out, or give each record an id of its own, unless that is meant."));
            }
            drops.forEach((header, drop) -> problems.warn(problem(drop.first(), header, drop.cells(), "From here on "
                    + drop.many("cell") + " left out, because the mapping translates the value to null.")));
        }
    }

    private static String bounded(String identity) {
        return identity.length() <= LONGEST_IDENTITY ? identity
                : Sha256.of(identity);
    }

    @Override
    public boolean leavesOut() {
        return parts.stream().anyMatch(part -> part.rule().leavesOut());
    }

    @Override
    public void leftOut(Consumer<String> reading) throws IOException {
        for (Part part : parts) {
            if (part.rule().leavesOut()) {
                part.table().read(null, List.of(), line -> SourceRow.all(part.rule(), line, part.unread()).stream()
                        .filter(cells -> !part.rule().takes(cells)).map(part.rule()::id).filter(id -> id != null)
                        .forEach(reading));
            }
        }
    }

    @Override
    public List<Span> merging() {
        return origins.spans(rule -> rule.again() == MappingRule.Again.MERGE);
    }

    @Override
    public List<Span> existing() {
        return origins.spans(MappingRule::existing);
    }

    @Override
    public List<Span> byName(String header) {
        return origins.spans(rule -> rule.byName().contains(header));
    }

    @Override
    public void look(String header, Collection<Place> places) throws IOException {
        origins.look(header, places);
    }

    @Override
    public DatasetProblem problem(Place place, String header, String value, String message) {
        return origins.problem(place, header, value, message);
    }

    /** @param cells text of the cells from which the column is read */
    DatasetProblem problem(Place place, String header, Map<String, String> cells, String message) {
        return origins.problem(place, header, cells, null, message);
    }
}
