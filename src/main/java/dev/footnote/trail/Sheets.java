package dev.footnote.trail;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.footnote.cell.Meaning;
import dev.footnote.folder.Carrier;
import dev.footnote.folder.Column;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;
import dev.footnote.graph.Graph;

/** Files of our form, written down while entities are read, each line with the line of the entity that it comes from. */
final class Sheets implements Closeable {

    static final String LINE = "@line";

    private final Path folder;
    private final String file;
    private final Faults faults;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, Map<String, Column>> columns = new LinkedHashMap<>();
    private final Map<String, CsvWriter> writers = new LinkedHashMap<>();

    /**
     * @param folder where they are written
     * @param file the name of the file of entities, for warnings
     */
    Sheets(Graph graph, Path folder, String file, Faults faults) {
        this.folder = folder;
        this.file = file;
        this.faults = faults;
        for (Carrier carrier : new Contents(graph, false, Map.of()).carriers()) {
            String resource = carrier.noun().resource();
            headers.put(resource, carrier.headers());
            Map<String, Column> byHeader = new LinkedHashMap<>();
            carrier.columns().forEach(column -> byHeader.put(column.header(), column));
            columns.put(resource, byHeader);
        }
        headers.put("citations", Contents.CITATIONS);
        columns.put("citations", Map.of());
    }

    /** Which resources have lines. */
    List<String> written() {
        return List.copyOf(writers.keySet());
    }

    static String name(String resource) {
        return resource + ".csv";
    }

    /** Writes a record; what cannot be read in a cell that need not be filled is left out with a warning. */
    void write(String resource, Map<String, String> cells, long line) throws IOException {
        CsvWriter writer = writers.get(resource);
        if (writer == null) {
            writer = CsvWriter.builder().build(folder.resolve(name(resource)));
            writers.put(resource, writer);
            String[] first = headers.get(resource).toArray(new String[headers.get(resource).size() + 1]);
            first[first.length - 1] = LINE;
            writer.writeRecord(first);
        }
        List<String> names = headers.get(resource);
        String[] record = new String[names.size() + 1];
        for (int i = 0; i < names.size(); i++) {
            record[i] = cell(columns.get(resource).get(names.get(i)), names.get(i), cells.get(names.get(i)), line);
        }
        record[names.size()] = Long.toString(line);
        writer.writeRecord(record);
    }

    /** The value of a property for a cell: of several the first that can be read there. */
    String best(Draft draft, String resource, String header, String... properties) {
        Column column = columns.get(resource).get(header);
        UnaryOperator<String> shape = header.equals("country") ? text -> text.toUpperCase(Locale.ROOT) : Meaning::withoutTime;
        return draft.best(shape, values -> values.stream().filter(value -> reads(column, value)).findFirst()
                .or(() -> values.stream().filter(value -> reads(column, column.mended(value, message -> {
                    // told when the cell is written
                }))).findFirst()).or(() -> values.stream().findFirst()).orElse(null), properties);
    }

    /** Whether a cell can hold a text as it is. */
    boolean holds(String resource, String header, String text) {
        try {
            return columns.get(resource).get(header).checked(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean reads(Column column, String text) {
        try {
            return text != null && column.parse(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String cell(Column column, String header, String text, long line) {
        if (text == null || column == null || column.value() == null) {
            return text;
        }
        return column.mended(text, message -> faults.warn(new Fault(file, line, 0, header, text, message)));
    }

    @Override
    public void close() throws IOException {
        for (CsvWriter writer : writers.values()) {
            writer.close();
        }
    }
}
