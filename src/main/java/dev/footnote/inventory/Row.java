package dev.footnote.inventory;

import dev.footnote.folder.Carrier;

/**
 * One record as its line in a dataset has it.
 *
 * @param number its place in its table
 * @param cells in the order of the carrier's columns, null where nothing is known
 * @param beside what the record that one of its columns names says, where that was asked for
 */
public record Row(Carrier carrier, int number, String id, String[] cells, String beside) {

    /** What it says in a column, or null where nothing is known. */
    public String cell(String header) {
        for (int i = 0; i < cells.length; i++) {
            if (carrier.columns().get(i).header().equals(header)) {
                return cells[i];
            }
        }
        throw new IllegalArgumentException("There is no column " + header);
    }

    /** Its id among records of all kinds. */
    public String globalId() {
        return carrier.noun().table() + ":" + id;
    }
}
