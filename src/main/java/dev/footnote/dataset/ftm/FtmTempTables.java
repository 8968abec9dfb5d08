package dev.footnote.dataset.ftm;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.footnote.dataset.datapackage.*;
import dev.footnote.metamodel.Metamodel;

/** Temporary tables in Footnote's own format, written while entities are read. Each row holds the line of its entity. */
final class FtmTempTables implements Closeable {

    static final String LINE = "@line";

    private final Path folder;
    private final String file;
    private final DatasetProblems problems;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, Map<String, TableColumn>> columns = new LinkedHashMap<>();
    private final Map<String, CsvWriter> writers = new LinkedHashMap<>();

    /**
     * Creates the tables.
     *
     * @param folder where they are written
     * @param file name of the FollowTheMoney file, for warnings
     */
    FtmTempTables(Metamodel metamodel, Path folder, String file, DatasetProblems problems) {
        this.folder = folder;
        this.file = file;
        this.problems = problems;
        for (EntityColumns entityColumns : DatasetReader.allColumns(metamodel)) {
            String resource = entityColumns.entityType().resource();
            headers.put(resource, entityColumns.headers());
            Map<String, TableColumn> byHeader = new LinkedHashMap<>();
            entityColumns.columns().forEach(column -> byHeader.put(column.header(), column));
            columns.put(resource, byHeader);
        }
        headers.put("citations", DatasetReader.CITATIONS);
        columns.put("citations", Map.of());
    }

    /** Resources that have rows. */
    List<String> written() {
        return List.copyOf(writers.keySet());
    }

    static String name(String resource) {
        return resource + ".csv";
    }

    /** Writes a record. An invalid value of an optional column is dropped with a warning. */
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

    /** The value of a property for a cell: the first of its values that is valid there. */
    String best(FtmRecordDraft draft, String resource, String header, String... properties) {
        TableColumn column = columns.get(resource).get(header);
        UnaryOperator<String> shape = header.equals("country") ? text -> text.toUpperCase(Locale.ROOT)
                : ValueSuggestions::withoutTime;
        return draft.best(shape, values -> values.stream().filter(value -> reads(column, value)).findFirst()
                .or(() -> values.stream().filter(value -> reads(column, column.mended(value, message -> {
                    // reported when the cell is written
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

    private static boolean reads(TableColumn column, String text) {
        try {
            return text != null && column.parse(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String cell(TableColumn column, String header, String text, long line) {
        if (text == null || column == null || column.value() == null) {
            return text;
        }
        return column.mended(text, message -> problems.warn(new DatasetProblem(file, line, 0, header, text, message)));
    }

    @Override
    public void close() throws IOException {
        for (CsvWriter writer : writers.values()) {
            writer.close();
        }
    }
}
