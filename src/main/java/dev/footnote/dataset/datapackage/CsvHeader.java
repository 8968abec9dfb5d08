package dev.footnote.dataset.datapackage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.footnote.dataset.storage.ResourceDescriptor;
import dev.footnote.dataset.tableschema.TableSchemaField;

/** Columns of a CSV file, named by its header lines or by the schema. */
final class CsvHeader {

    private final String file;
    private final DatasetProblems problems;
    private final ResourceDescriptor resource;
    /** The columns that the file may have; null for any. */
    private final Collection<String> known;
    private final Collection<String> needed;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    /** Schema field of each column; null where the schema sets no rule. */
    private final List<TableSchemaField> fields = new ArrayList<>();
    private final Set<String> lacking = new HashSet<>();
    private boolean plain = true;

    CsvHeader(String file, DatasetProblems problems, ResourceDescriptor resource, Collection<String> known,
            Collection<String> needed) {
        this.file = file;
        this.problems = problems;
        this.resource = resource;
        this.known = known;
        this.needed = needed;
    }

    String file() {
        return file;
    }

    /** Index of each column by name. */
    Map<String, Integer> columns() {
        return columns;
    }

    /** Whether the schema sets no rule for any cell. */
    boolean plain() {
        return plain;
    }

    TableSchemaField field(int column) {
        return fields.get(column);
    }

    /** Whether the column is missing and required. This was reported once, so it is not reported for each line. */
    boolean lacks(String column) {
        return lacking.contains(column);
    }

    /** Whether an empty cell of the column is always an error. */
    boolean needs(String column) {
        return needed.contains(column);
    }

    /**
     * Reads the header lines and finds the index of each column.
     *
     * @return the number of columns; 0 if the rows cannot be read
     */
    int read(Iterator<CsvRecord> records) {
        List<Integer> lines = resource.dialect().headers();
        List<String> names = lines.isEmpty() ? resource.schema().fields().stream().map(TableSchemaField::name).toList() : null;
        for (int left = lines.size(); left > 0;) {
            if (!records.hasNext()) {
                missing();
                return 0;
            }
            CsvRecord record = records.next();
            if (!resource.dialect().passes(record.getStartingLineNumber(), record.getField(0))) {
                names = names == null ? record.getFields() : joined(names, record.getFields());
                left--;
            }
        }
        return read(names) ? names.size() : 0;
    }

    /**
     * Joins the column names of two header lines. A name in the upper line also applies to the following columns whose upper
     * cell is empty.
     */
    private List<String> joined(List<String> upper, List<String> lower) {
        List<String> names = new ArrayList<>();
        String above = "";
        for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
            above = i < upper.size() && !upper.get(i).isEmpty() ? upper.get(i) : above;
            String below = i < lower.size() ? lower.get(i) : "";
            names.add(above.isEmpty() || below.isEmpty() ? above + below : above + resource.dialect().join() + below);
        }
        return names;
    }

    private boolean read(List<String> names) {
        String first = names.get(0);
        if (first.startsWith("sep=")) {
            problems.add(file, 1, 0,
                    "\"" + first + "\" tells a spreadsheet the separator, and is not a header. Remove the line, and set"
                            + " the separator in datapackage.json with \"dialect\": {\"delimiter\": \";\"}.");
            return false;
        }
        if (known != null && names.size() == 1 && first.matches(".*[;\t,|].*")) {
            problems.add(file, 1, 0, "The first line is one single cell, \"" + shown(first) + "\". If the cells are"
                    + " separated by another character, set it in datapackage.json with \"dialect\": {\"delimiter\": \";\"}.");
            return false;
        }
        List<String> read = names.stream().map(this::spelled).toList();
        for (int i = 0; i < read.size(); i++) {
            TableSchemaField field = resource.schema().field(read.get(i));
            fields.add(field == null || field.isPlain() && !field.required() ? null : field);
            plain &= fields.get(i) == null;
            column(read.get(i), i);
        }
        match(read);
        needed.stream().filter(header -> !columns.containsKey(header)).forEach(header -> {
            lacking.add(header);
            problems.add(file, 1, 0, "The column \"" + header + "\" is missing.");
        });
        return true;
    }

    private void match(List<String> read) {
        String mismatch = resource.schema().mismatch(read);
        if (mismatch != null) {
            problems.add(file, 1, 0, mismatch);
        } else if (resource.schema().match() == null && !resource.schema().lost(read).isEmpty()) {
            problems.warn(new DatasetProblem(file, 1, 0, "The schema has fields without a column in the file: "
                    + String.join(", ", resource.schema().lost(read)) + ". Their rules have no effect."));
        }
    }

    /** Returns the known spelling of a column name if the dialect ignores case. */
    private String spelled(String header) {
        String name = resource.dialect().skipsSpace() ? header.strip() : header;
        if (!resource.dialect().anyCase()) {
            return name;
        }
        List<String> names = new ArrayList<>(known == null ? List.of() : known);
        resource.schema().fields().forEach(field -> names.add(field.name()));
        return names.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }

    private void column(String header, int index) {
        if (known == null) {
            columns.put(free(header, index), index);
            return;
        }
        if (header.isBlank()) {
            problems.warn(new DatasetProblem(file, 1, index + 1,
                    "The column has no name, so it is not read. Name it, or remove it."));
            return;
        }
        if (!known.contains(header)) {
            problems.add(file, 1, index + 1, "There is no column \"" + header + "\" in this file. It may have "
                    + String.join(", ", known) + ".");
        }
        if (columns.put(header, index) != null) {
            problems.add(file, 1, index + 1, "The column \"" + header + "\" appears twice.");
        }
    }

    /** Returns a unique name for a column. Names may be blank or repeated in files that were not written for Footnote. */
    private String free(String header, int index) {
        String free = header.isBlank() ? "column " + (index + 1) : header;
        for (int i = 2; columns.containsKey(free); i++) {
            free = header + " (" + i + ")";
        }
        return free;
    }

    /** Warns about columns that another file of the same table has and this one does not. */
    void compare(CsvHeader other) {
        List<String> lost = other.columns.keySet().stream()
                .filter(name -> !columns.containsKey(name) && !lacking.contains(name)).toList();
        if (!lost.isEmpty()) {
            problems.warn(new DatasetProblem(file, 1, 0, "The file has no " + (lost.size() == 1 ? "column " : "columns ")
                    + String.join(", ", lost) + ", and " + other.file + " of the same table has. These cells are empty"
                    + " for this file."));
        }
    }

    /** Reports a missing header line. */
    private void missing() {
        problems.add(file, 0, 0, "The file is empty. Its first line names the columns"
                + (needed.isEmpty() ? "." : ", at least " + String.join(", ", needed) + "."));
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
