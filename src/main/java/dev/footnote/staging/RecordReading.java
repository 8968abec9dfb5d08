package dev.footnote.staging;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import dev.footnote.constraint.Limits;
import dev.footnote.constraint.Tie;
import dev.footnote.folder.Carrier;
import dev.footnote.folder.Column;
import dev.footnote.folder.Line;
import dev.footnote.graph.Noun;

/** Reads the records of a noun into its staging table, and finds what is wrong with each line by itself. */
final class RecordReading {

    private static final List<List<String>> PERIODS = List.of(List.of("from", "to"), List.of("started", "ended"),
            List.of("date", "end"));
    private static final int FIRST_VALUE = 4;

    private final StagedNoun staged;
    private final Noun noun;
    private final List<Column> columns;
    private final Rows rows;
    private final Numbering numbering;
    private final CitationReading citations;
    private final Object[] row;
    /** Headers of which a line fills all or none. */
    private final List<List<String>> together;
    private final List<Tie> ties;
    private final List<List<String>> periods;

    RecordReading(StagedNoun staged, Rows rows, Numbering numbering, CitationReading citations) {
        this.staged = staged;
        this.noun = staged.noun;
        this.columns = staged.carrier.columns();
        this.rows = rows;
        this.numbering = numbering;
        this.citations = citations;
        this.row = new Object[staged.table.columns.size()];
        this.together = staged.carrier.groups();
        this.ties = staged.carrier.ties();
        this.periods = PERIODS.stream().filter(period -> period.stream().allMatch(name -> noun.member(name) != null)).toList();
    }

    void line(Line line) {
        String slug = line.cell(Carrier.ID);
        if (line.isFaulty(Carrier.ID)) {
            return;
        }
        if (slug == null || slug.isBlank() || !slug.strip().equals(slug)) {
            line.fault(Carrier.ID, "The record needs an id, without blanks around it.");
            return;
        }
        String unusable = Limits.ID.fault(slug);
        if (unusable != null) {
            line.fault(Carrier.ID, unusable);
            return;
        }
        Arrays.fill(row, null);
        row[3] = numbering.next();
        row[0] = numbering.count();
        row[1] = line.place();
        row[2] = slug;
        int behind = cells(line);
        together(line);
        periods(line);
        if (noun.cited()) {
            citations.own(noun, slug, line, row, behind);
        }
        rows.take(row);
    }

    /** @return the column behind the last value */
    private int cells(Line line) {
        int place = FIRST_VALUE;
        for (Column column : columns) {
            StageColumn.put(column.check(line), row, place);
            place += column.target() == null ? StageColumn.width(column.value()) : 1;
        }
        return place;
    }

    /** Rules over several cells of a line. */
    private void together(Line line) {
        for (List<String> headers : together) {
            long given = given(headers, line);
            if (given > 0 && given < headers.size() && headers.stream().noneMatch(line::isFaulty)) {
                line.fault(headers.get(0), "Fill all of " + String.join(", ", headers) + ", or none.");
            }
        }
        for (Tie tie : ties) {
            if (tie.isLoose(line::cell)) {
                line.fault(tie.headers().get(0), tie.loose() + " Leave it empty, or correct " + tie.other() + ".");
            } else if (tie.isMissing(line::cell) && !line.isFaulty(tie.headers().get(0))) {
                line.fault(tie.headers().get(0), tie.missing());
            }
        }
        for (List<String> exclusive : noun.exactlyOne()) {
            if (exclusive.stream().noneMatch(line::isFaulty) && given(exclusive, line) != 1) {
                line.fault(exclusive.get(0), "Fill exactly one of " + String.join(", ", exclusive) + ".");
            }
        }
    }

    private static long given(List<String> headers, Line line) {
        return headers.stream().filter(header -> line.cell(header) != null).count();
    }

    private void periods(Line line) {
        for (List<String> period : periods) {
            int from = staged.place(period.get(0));
            int to = staged.place(period.get(1));
            if (row[from] != null && row[to] != null && latest(to).isBefore(earliest(from))) {
                line.warning(period.get(1), "\"" + row[to] + "\" lies before " + period.get(0) + ", which is \"" + row[from]
                        + "\". It is kept as it is; correct the date that is wrong.");
            }
        }
    }

    private LocalDate earliest(int place) {
        return (LocalDate) row[place + 1];
    }

    private LocalDate latest(int place) {
        return (LocalDate) row[place + 2];
    }
}
