package dev.footnote.folder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.footnote.store.Resource;
import dev.footnote.tableschema.Field;

/** The columns of a CSV file, as its first line or the schema names them. */
final class Header {

    private final String file;
    private final Faults faults;
    private final Resource resource;
    /** The columns that the file may have; null where it may have any. */
    private final Collection<String> known;
    private final Collection<String> needed;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    /** What the schema says of each column, null where that is nothing. */
    private final List<Field> fields = new ArrayList<>();
    private final Set<String> lacking = new HashSet<>();
    private boolean plain = true;

    Header(String file, Faults faults, Resource resource, Collection<String> known, Collection<String> needed) {
        this.file = file;
        this.faults = faults;
        this.resource = resource;
        this.known = known;
        this.needed = needed;
    }

    String file() {
        return file;
    }

    /** Where which column stands. */
    Map<String, Integer> columns() {
        return columns;
    }

    /** Whether the schema says nothing of any cell. */
    boolean plain() {
        return plain;
    }

    Field field(int column) {
        return fields.get(column);
    }

    /** Whether it was told that a needed column is missing, so that it need not be told of each line. */
    boolean lacks(String column) {
        return lacking.contains(column);
    }

    /** Whether an empty cell of the column is a fault in any case. */
    boolean needs(String column) {
        return needed.contains(column);
    }

    /**
     * Reads the lines that name the columns, and learns where which column stands.
     *
     * @return how many columns there are; 0 where the lines below cannot be read
     */
    int read(Iterator<CsvRecord> records) {
        List<Integer> lines = resource.dialect().headers();
        List<String> names = lines.isEmpty() ? resource.schema().fields().stream().map(Field::name).toList() : null;
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

    /** Names in several lines; one of the upper line is that of the columns without one beside it, too. */
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
            faults.add(file, 1, 0, "\"" + first + "\" tells a spreadsheet what stands between cells, and names no columns. Take"
                    + " the line out, and tell it in datapackage.json by \"dialect\": {\"delimiter\": \";\"}.");
            return false;
        }
        if (known != null && names.size() == 1 && first.matches(".*[;\t,|].*")) {
            faults.add(file, 1, 0, "The first line is one single cell, \"" + shown(first) + "\". If it is another character"
                    + " that stands between cells, tell it in datapackage.json by \"dialect\": {\"delimiter\": \";\"}.");
            return false;
        }
        List<String> read = names.stream().map(this::spelled).toList();
        for (int i = 0; i < read.size(); i++) {
            Field field = resource.schema().field(read.get(i));
            fields.add(field == null || field.isPlain() && !field.required() ? null : field);
            plain &= fields.get(i) == null;
            column(read.get(i), i);
        }
        match(read);
        needed.stream().filter(header -> !columns.containsKey(header)).forEach(header -> {
            lacking.add(header);
            faults.add(file, 1, 0, "The column \"" + header + "\" is missing.");
        });
        return true;
    }

    private void match(List<String> read) {
        String mismatch = resource.schema().mismatch(read);
        if (mismatch != null) {
            faults.add(file, 1, 0, mismatch);
        } else if (resource.schema().match() == null && !resource.schema().lost(read).isEmpty()) {
            faults.warn(new Fault(file, 1, 0, "The schema has fields of which the file has no column: "
                    + String.join(", ", resource.schema().lost(read)) + ". What they say is done nowhere."));
        }
    }

    /** The name as it is known, where the dialect says that capitals do not matter. */
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
            faults.warn(new Fault(file, 1, index + 1, "The column has no name, and nothing is read from it. Name it, or take it"
                    + " out."));
            return;
        }
        if (!known.contains(header)) {
            faults.add(file, 1, index + 1, "There is no column \"" + header + "\" in this file. It may have "
                    + String.join(", ", known) + ".");
        }
        if (columns.put(header, index) != null) {
            faults.add(file, 1, index + 1, "The column \"" + header + "\" stands here twice.");
        }
    }

    /** A name of its own for each column of a file of others, in which names may be blank or there twice. */
    private String free(String header, int index) {
        String free = header.isBlank() ? "column " + (index + 1) : header;
        for (int i = 2; columns.containsKey(free); i++) {
            free = header + " (" + i + ")";
        }
        return free;
    }

    /** Tells which columns another file of the same table has, and this one has not. */
    void compare(Header other) {
        List<String> lost = other.columns.keySet().stream()
                .filter(name -> !columns.containsKey(name) && !lacking.contains(name)).toList();
        if (!lost.isEmpty()) {
            faults.warn(new Fault(file, 1, 0, "The file has no " + (lost.size() == 1 ? "column " : "columns ")
                    + String.join(", ", lost) + ", and " + other.file + " of the same table has. Nothing is said there by this"
                    + " file."));
        }
    }

    /** Tells that there is no such line. */
    private void missing() {
        faults.add(file, 0, 0, "The file is empty. Its first line names the columns"
                + (needed.isEmpty() ? "." : ", at least " + String.join(", ", needed) + "."));
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
