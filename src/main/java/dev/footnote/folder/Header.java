package dev.footnote.folder;

import java.util.Collection;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * The first line of a CSV file, which names its columns.
 *
 * @param known the columns that the file may have; null where it may have any
 * @param needed the columns that it must have
 */
record Header(String file, Faults faults, Collection<String> known, Collection<String> needed) {

    /**
     * Learns where which column stands.
     *
     * @return whether the lines below can be read by it
     */
    boolean read(CsvRecord record, Map<String, Integer> columns) {
        String first = record.getField(0);
        if (first.startsWith("sep=")) {
            faults.add(file, 1, 0, "\"" + first + "\" tells a spreadsheet what stands between cells, and names no columns. Take"
                    + " the line out, and tell it in datapackage.json by \"dialect\": {\"delimiter\": \";\"}.");
            return false;
        }
        if (known != null && record.getFieldCount() == 1 && first.matches(".*[;\t,].*")) {
            faults.add(file, 1, 0, "The first line is one single cell, \"" + shown(first) + "\". If it is another character"
                    + " that stands between cells, tell it in datapackage.json by \"dialect\": {\"delimiter\": \";\"}.");
            return false;
        }
        for (int i = 0; i < record.getFieldCount(); i++) {
            column(record.getField(i), i, columns);
        }
        needed.stream().filter(header -> !columns.containsKey(header))
                .forEach(header -> faults.add(file, 1, 0, "The column \"" + header + "\" is missing."));
        return true;
    }

    private void column(String header, int index, Map<String, Integer> columns) {
        if (known != null && !known.contains(header)) {
            faults.add(file, 1, index + 1, "There is no column \"" + header + "\" in this file. It may have "
                    + String.join(", ", known) + ".");
        }
        if (columns.put(header, index) != null) {
            faults.add(file, 1, index + 1, "The column \"" + header + "\" stands here twice.");
        }
    }

    /** Tells that there is no such line. */
    void missing() {
        faults.add(file, 0, 0, "The file is empty. Its first line names the columns"
                + (needed.isEmpty() ? "." : ", at least " + String.join(", ", needed) + "."));
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
