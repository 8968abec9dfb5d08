package dev.footnote.dataset.staging;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import dev.footnote.dataset.datapackage.ColumnDependency;
import dev.footnote.dataset.datapackage.ColumnLimits;
import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.SourceRecord;
import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.metamodel.EntityType;

/** Stages the records of an entity type, and checks each row by itself. */
final class RecordStager {

    private static final List<List<String>> PERIODS = List.of(List.of("from", "to"), List.of("started", "ended"),
            List.of("date", "end"));
    private static final int FIRST_VALUE = 4;

    private final StagedEntityType staged;
    private final EntityType entityType;
    private final List<TableColumn> columns;
    private final RowWriter rows;
    private final RowNumbering numbering;
    private final CitationStager citations;
    private final Object[] row;
    /** Groups of headers; a row fills all columns of a group or none. */
    private final List<List<String>> together;
    private final List<ColumnDependency> ties;
    private final List<List<String>> periods;

    RecordStager(StagedEntityType staged, RowWriter rows, RowNumbering numbering, CitationStager citations) {
        this.staged = staged;
        this.entityType = staged.entityType;
        this.columns = staged.entityColumns.columns();
        this.rows = rows;
        this.numbering = numbering;
        this.citations = citations;
        this.row = new Object[staged.table.columns.size()];
        this.together = staged.entityColumns.groups();
        this.ties = staged.entityColumns.ties();
        this.periods = PERIODS.stream().filter(period -> period.stream().allMatch(name -> entityType.attribute(name) != null))
                .toList();
    }

    void line(SourceRecord line) {
        String slug = line.cell(EntityColumns.ID);
        if (line.isFaulty(EntityColumns.ID)) {
            return;
        }
        if (slug == null || slug.isBlank() || !slug.strip().equals(slug)) {
            line.problem(EntityColumns.ID, "The record needs an id, without blanks around it.");
            return;
        }
        String unusable = ColumnLimits.ID.problem(slug);
        if (unusable != null) {
            line.problem(EntityColumns.ID, unusable);
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
        if (entityType.cited()) {
            staged.hasOwnCitations |= citations.own(entityType, line, row, behind);
        }
        rows.take(row);
    }

    /** @return the index after the last value */
    private int cells(SourceRecord line) {
        int place = FIRST_VALUE;
        for (TableColumn column : columns) {
            StagingColumn.put(column.check(line), row, place);
            place += column.target() == null ? StagingColumn.width(column.value()) : 1;
        }
        return place;
    }

    /** Checks rules over several cells of a row. */
    private void together(SourceRecord line) {
        for (List<String> headers : together) {
            long given = given(headers, line);
            if (given > 0 && given < headers.size() && headers.stream().noneMatch(line::isFaulty)) {
                line.problem(headers.get(0), "Fill all of " + String.join(", ", headers) + ", or none.");
            }
        }
        for (ColumnDependency tie : ties) {
            if (tie.isLoose(line::cell)) {
                line.problem(tie.headers().get(0), tie.loose() + " Leave it empty, or correct " + tie.other() + ".");
            } else if (tie.isMissing(line::cell) && !line.isFaulty(tie.headers().get(0))) {
                line.problem(tie.headers().get(0), tie.missing());
            }
        }
        for (List<String> exclusive : entityType.exactlyOne()) {
            if (exclusive.stream().noneMatch(line::isFaulty) && given(exclusive, line) != 1) {
                line.problem(exclusive.get(0), "Fill exactly one of " + String.join(", ", exclusive) + ".");
            }
        }
    }

    private static long given(List<String> headers, SourceRecord line) {
        return headers.stream().filter(header -> line.cell(header) != null).count();
    }

    private void periods(SourceRecord line) {
        for (List<String> period : periods) {
            int from = staged.place(period.get(0));
            int to = staged.place(period.get(1));
            if (row[from] != null && row[to] != null && latest(to).isBefore(earliest(from))) {
                line.warning(period.get(1), "\"" + row[to] + "\" is before " + period.get(0) + ", which is \"" + row[from]
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
