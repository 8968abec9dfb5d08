package dev.footnote.dataset.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.footnote.dataset.datapackage.ColumnDependency;
import dev.footnote.dataset.datapackage.RecordSource;
import dev.footnote.dataset.datapackage.SourceRecord;
import dev.footnote.dataset.datapackage.TableColumn;

/** A record that a mapping rule makes from a foreign row. */
final class MappedRecord implements SourceRecord {

    private final MappedRecordSource feed;
    private final MappingRule rule;
    private final SourceRow cells;
    private final RecordSource.Place at;
    private final Map<String, String> texts = new HashMap<>();
    /** Columns for which an error was reported; a second one would only repeat it. */
    private final Set<String> faulty = new HashSet<>();

    MappedRecord(MappedRecordSource feed, MappingRule rule, SourceRow cells, RecordSource.Place at) {
        this.feed = feed;
        this.rule = rule;
        this.cells = cells;
        this.at = at;
    }

    @Override
    public String cell(String header) {
        return texts.get(header);
    }

    private String text(String header) {
        try {
            return rule.columns().get(header).text(cells);
        } catch (IllegalArgumentException e) {
            problem(header, e.getMessage());
            return null;
        }
    }

    /**
     * Computes all columns. An invalid text is replaced by the value that it clearly means, or dropped if the column is
     * optional, because the author of a mapping cannot correct the files of others.
     *
     * @param drops receives, by column, values that the mapping translates to {@code null}
     */
    void fill(Map<String, UnmappedReport.Tally> drops) {
        for (String header : rule.columns().keySet()) {
            String text = text(header);
            if (text == null && drops(header)) {
                drops.computeIfAbsent(header, key -> new UnmappedReport.Tally()).addCells(this, leftOut(header));
            }
            TableColumn column = feed.column(header);
            texts.put(header, text == null || column == null || column.value() == null ? text
                    : column.mended(text, message -> warning(header, message)));
        }
        complete();
    }

    /** Drops values that are not valid alone, such as an amount without a currency. */
    private void complete() {
        for (List<String> group : feed.groups()) {
            List<String> empty = group.stream().filter(header -> texts.get(header) == null).toList();
            if (!empty.isEmpty() && group.stream().noneMatch(faulty::contains)) {
                group.forEach(
                        header -> leaveOut(header, empty.get(0) + " is not known, and one is of no use without the other."));
            }
        }
        for (ColumnDependency tie : feed.ties()) {
            if (tie.isLoose(texts::get)) {
                tie.headers().forEach(header -> leaveOut(header, tie.loose()));
            }
        }
    }

    private void leaveOut(String header, String why) {
        if (texts.get(header) != null) {
            warning(header, why + " It is left out.");
            texts.put(header, null);
        }
    }

    private boolean drops(String header) {
        try {
            return rule.columns().get(header).drops(cells);
        } catch (IllegalArgumentException e) {
            return false; // reported as an error
        }
    }

    @Override
    public long place() {
        return at.number();
    }

    @Override
    public boolean isFaulty(String header) {
        return faulty.contains(header);
    }

    @Override
    public void problem(String header, String message) {
        if (faulty.add(header)) {
            feed.problems().add(feed.problem(at, header, origins(header), message));
        }
    }

    @Override
    public void warning(String header, String message) {
        feed.problems().warn(feed.problem(at, header, origins(header), message));
    }

    private Map<String, String> origins(String header) {
        return CellOrigins.said(rule.origins(header, cells), cells.line());
    }

    /** Cells that the mapping translates to {@code null}. */
    private Map<String, String> leftOut(String header) {
        Map<String, String> said = CellOrigins.said(rule.origins(header, cells.part()), cells.line());
        said.values().removeIf(Objects::isNull);
        return said;
    }
}
