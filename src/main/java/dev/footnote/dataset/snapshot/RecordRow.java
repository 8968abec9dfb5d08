package dev.footnote.dataset.snapshot;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.metamodel.GlobalId;

/**
 * One record, with its cells as in a dataset file.
 *
 * @param number its number in its table
 * @param cells in the order of the columns; null for unknown
 * @param beside column of a referenced record, if requested
 */
public record RecordRow(EntityColumns entityColumns, int number, String id, String[] cells, String beside) {

    /** The text of a column; null for unknown. */
    public String cell(String header) {
        for (int i = 0; i < cells.length; i++) {
            if (entityColumns.columns().get(i).header().equals(header)) {
                return cells[i];
            }
        }
        throw new IllegalArgumentException("There is no column " + header);
    }

    /** Its global id. */
    public String globalId() {
        return new GlobalId(entityColumns.entityType().table(), id).text();
    }
}
