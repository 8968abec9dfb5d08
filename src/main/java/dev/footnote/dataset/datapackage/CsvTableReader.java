package dev.footnote.dataset.datapackage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.footnote.dataset.storage.ByteCounter;
import dev.footnote.dataset.storage.CsvReaders;
import dev.footnote.dataset.storage.ResourceDescriptor;
import dev.footnote.dataset.tableschema.TableSchemaField;

/** Reads the CSV files of one resource, row by row. */
public final class CsvTableReader implements RecordSource {

    private final DatasetFolder folder;
    private final ResourceDescriptor resource;
    private final int number;
    private final DatasetProblems problems;
    private final List<CsvHeader> headers = new ArrayList<>();
    private ByteCounter byteCounter = new ByteCounter();
    private long size;

    /** @param number index of this source in its dataset */
    public CsvTableReader(DatasetFolder folder, ResourceDescriptor resource, int number, DatasetProblems problems) {
        this.folder = folder;
        this.resource = resource;
        this.number = number;
        this.problems = problems;
    }

    /** One row of a file. */
    private final class Row implements SourceRecord {

        private final int file;
        private final CsvRecord record;
        private final CsvHeader header;
        /** Cell values as converted by the schema; null if the schema sets no rule for this file. */
        private String[] values;
        /** Columns for which a problem was already reported. */
        private Set<String> told = Set.of();

        private Row(int file, CsvRecord record) {
            this.file = file;
            this.record = record;
            this.header = headers.get(file);
        }

        @Override
        public String cell(String name) {
            Integer index = header.columns().get(name);
            return index == null ? null : values == null ? text(record, index, null) : values[index];
        }

        @Override
        public long place() {
            return where().number();
        }

        private Place where() {
            return new Place(number, file, record.getStartingLineNumber(), 0);
        }

        @Override
        public void problem(String name, String message) {
            if (!told.contains(name) && !header.lacks(name)) {
                problems.add(CsvTableReader.this.problem(where(), name, cell(name), message));
            }
        }

        @Override
        public void warning(String name, String message) {
            problems.warn(CsvTableReader.this.problem(where(), name, cell(name), message));
        }

        /** Converts each cell as the schema says. */
        private void mean(boolean foreign) {
            values = new String[record.getFieldCount()];
            header.columns().forEach((name, index) -> {
                TableSchemaField field = header.field(index);
                String text = text(record, index, field);
                values[index] = text;
                try {
                    if (text == null && field != null && field.required() && !header.needs(name)) {
                        throw new IllegalArgumentException(
                                "The cell is empty, and by the schema every record has a value here.");
                    }
                    values[index] = text == null || field == null ? text : field.value(text);
                } catch (IllegalArgumentException e) {
                    tell(name, e.getMessage(), foreign);
                }
            });
        }

        /** Reports a schema violation; only as a warning in a foreign package, which its user cannot correct. */
        private void tell(String name, String message, boolean foreign) {
            if (foreign) {
                warning(name, message);
            } else {
                problem(name, message);
                told = new HashSet<>(told);
                told.add(name);
            }
        }
    }

    private String text(CsvRecord record, int index, TableSchemaField field) {
        String text = record.getField(index);
        text = resource.dialect().skipsSpace() ? text.stripLeading() : text;
        return resource.isMissing(text, field) ? null : text;
    }

    @Override
    public DatasetProblem problem(Place place, String header, String value, String message) {
        Map<String, Integer> columns = headers.size() > place.file() ? headers.get(place.file()).columns() : Map.of();
        return new DatasetProblem(resource.files().get(place.file()), place.line(), columns.getOrDefault(header, -1) + 1,
                header, value, message);
    }

    /** Columns of each file, in order; empty for a file that cannot be read. */
    public Map<String, List<String>> columns() throws IOException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (String name : resource.files()) {
            CsvHeader header = new CsvHeader(name, problems, resource, null, List.of());
            try (CsvReader<CsvRecord> csv = open(name)) {
                header.read(csv.iterator());
            } catch (CsvParseException | IOException | UncheckedIOException e) {
                problems.add(broken(name, e));
            }
            columns.put(name, List.copyOf(header.columns().keySet()));
        }
        return columns;
    }

    /** @param known columns that the files may have; null for any */
    @Override
    public void read(Collection<String> known, Collection<String> needed, Consumer<SourceRecord> reading) throws IOException {
        headers.clear();
        byteCounter = new ByteCounter();
        size = 0;
        for (String name : resource.files()) {
            size += folder.store().size(name);
        }
        for (int file = 0; file < resource.files().size(); file++) {
            String name = resource.files().get(file);
            headers.add(new CsvHeader(name, problems, resource, known, needed));
            try (CsvReader<CsvRecord> csv = open(name)) {
                read(file, csv, known == null, reading);
            } catch (CsvParseException | IOException | UncheckedIOException e) {
                problems.add(broken(name, e));
            }
        }
    }

    private CsvReader<CsvRecord> open(String name) throws IOException {
        return CsvReaders.read(resource.open(name, folder.store(), byteCounter), resource.dialect(), resource.charset());
    }

    @Override
    public double share() {
        return size == 0 ? 0 : Math.min(1, (double) byteCounter.bytes() / size);
    }

    private void read(int file, CsvReader<CsvRecord> csv, boolean foreign, Consumer<SourceRecord> reading) {
        CsvHeader header = headers.get(file);
        Iterator<CsvRecord> records = csv.iterator();
        int width = header.read(records);
        if (width == 0) {
            return;
        }
        if (file > 0 && !foreign) {
            header.compare(headers.get(0));
            headers.get(0).compare(header);
        }
        Blank blank = new Blank(header.file());
        while (records.hasNext()) {
            CsvRecord record = records.next();
            if (!resource.dialect().passes(record.getStartingLineNumber(), record.getField(0)) && !blank.is(record)
                    && isComplete(header.file(), record, width)) {
                Row row = new Row(file, record);
                if (!header.plain()) {
                    row.mean(foreign);
                }
                reading.accept(row);
            }
        }
        blank.tell();
    }

    private boolean isComplete(String file, CsvRecord record, int width) {
        if (record.getFieldCount() != width) {
            problems.add(file, record.getStartingLineNumber(), 0, "The line has " + record.getFieldCount()
                    + " cells, and the first line names " + width + " columns. Give each column one cell.");
            return false;
        }
        for (int i = 0; i < width; i++) {
            if (record.getField(i).indexOf('\0') >= 0) {
                problems.add(file, record.getStartingLineNumber(), i + 1,
                        "The text holds the character U+0000, which databases cannot store. Remove it.");
                return false;
            }
        }
        return true;
    }

    /** Counts rows in which every cell is empty, as spreadsheets leave them below a table. */
    private final class Blank {

        private final String file;
        private long first;
        private long count;

        private Blank(String file) {
            this.file = file;
        }

        private boolean is(CsvRecord record) {
            for (int i = 0; i < record.getFieldCount(); i++) {
                if (!record.getField(i).isEmpty()) {
                    return false;
                }
            }
            first = count++ == 0 ? record.getStartingLineNumber() : first;
            return true;
        }

        private void tell() {
            if (count > 0) {
                problems.warn(
                        new DatasetProblem(file, first, 0, (count == 1 ? "A line has" : count + " lines from here on have")
                                + " only empty cells, which are not read. Remove them."));
            }
        }
    }

    private DatasetProblem broken(String file, Exception e) throws IOException {
        CsvReaders.Problem problem = CsvReaders.problem(e, resource.charset());
        return new DatasetProblem(file, problem.line(), 0, problem.message());
    }
}
