package dev.footnote.edit.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.metamodel.ValueType;

/**
 * A record at one time, as it is in a dataset file.
 *
 * @param cells texts by header; an empty cell has no entry
 * @param citations where it was read: rows of the citations file, without the subject
 */
public record RecordState(Map<String, String> cells, List<Map<String, String>> citations) {

    static final RecordState NONE = new RecordState(Map.of(), List.of());
    static final String CITATIONS = "citations";

    public RecordState {
        cells = Map.copyOf(cells);
        citations = List.copyOf(citations);
    }

    /** What differs in another state, in the order of the columns. */
    List<FieldDiff> diff(RecordState after, EntityColumns columns) {
        List<FieldDiff> fields = new ArrayList<>();
        for (TableColumn column : columns.columns()) {
            String old = cells.get(column.header());
            String now = after.cells.get(column.header());
            if (!same(column, old, now)) {
                fields.add(new FieldDiff(column.header(), old, now));
            }
        }
        if (!citations.equals(after.citations)) {
            fields.add(new FieldDiff(CITATIONS, CitationJson.write(citations), CitationJson.write(after.citations)));
        }
        return fields;
    }

    /** Whether two texts mean the same, because 1.5 and 1.50 are one number. */
    private static boolean same(TableColumn column, String old, String now) {
        if (old == null || now == null || column.target() != null || column.value().domain() != ValueType.DECIMAL) {
            return Objects.equals(old, now);
        }
        return now.matches("-?\\d+(\\.\\d+)?") && new BigDecimal(old).compareTo(new BigDecimal(now)) == 0;
    }
}
