package dev.footnote.folder;

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
import dev.footnote.store.Csv;
import dev.footnote.store.Resource;
import dev.footnote.store.Tally;
import dev.footnote.tableschema.Field;

/** The CSV files of one resource, read line by line. */
public final class Table implements Feed {

    private final Folder folder;
    private final Resource resource;
    private final int number;
    private final Faults faults;
    /** Those of each file. */
    private final List<Header> headers = new ArrayList<>();
    private Tally tally = new Tally();
    private long size;

    /** @param number of the feed in its dataset */
    public Table(Folder folder, Resource resource, int number, Faults faults) {
        this.folder = folder;
        this.resource = resource;
        this.number = number;
        this.faults = faults;
    }

    /** One record of a file. */
    private final class Row implements Line {

        private final int file;
        private final CsvRecord record;
        private final Header header;
        /** What cells say by the schema; null where it says nothing of the file. */
        private String[] values;
        /** The columns of which it was told what is wrong. */
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
        public void fault(String name, String message) {
            if (!told.contains(name) && !header.lacks(name)) {
                faults.add(Table.this.fault(where(), name, cell(name), message));
            }
        }

        @Override
        public void warning(String name, String message) {
            faults.warn(Table.this.fault(where(), name, cell(name), message));
        }

        /** Makes of each cell what it means by the schema. */
        private void mean(boolean foreign) {
            values = new String[record.getFieldCount()];
            header.columns().forEach((name, index) -> {
                Field field = header.field(index);
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

        /** Whoever reads the files of others cannot correct them. */
        private void tell(String name, String message, boolean foreign) {
            if (foreign) {
                warning(name, message);
            } else {
                fault(name, message);
                told = new HashSet<>(told);
                told.add(name);
            }
        }
    }

    private String text(CsvRecord record, int index, Field field) {
        String text = record.getField(index);
        text = resource.dialect().skipsSpace() ? text.stripLeading() : text;
        return resource.isMissing(text, field) ? null : text;
    }

    @Override
    public Fault fault(Place place, String header, String value, String message) {
        Map<String, Integer> columns = headers.size() > place.file() ? headers.get(place.file()).columns() : Map.of();
        return new Fault(resource.files().get(place.file()), place.line(), columns.getOrDefault(header, -1) + 1,
                header, value, message);
    }

    /** The columns of each of its files, in their order, those of a file that cannot be read are none. */
    public Map<String, List<String>> columns() throws IOException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (String name : resource.files()) {
            Header header = new Header(name, faults, resource, null, List.of());
            try (CsvReader<CsvRecord> csv = open(name)) {
                header.read(csv.iterator());
            } catch (CsvParseException | IOException | UncheckedIOException e) {
                faults.add(broken(name, e));
            }
            columns.put(name, List.copyOf(header.columns().keySet()));
        }
        return columns;
    }

    /** @param known null where it may have any columns */
    @Override
    public void read(Collection<String> known, Collection<String> needed, Consumer<Line> reading) throws IOException {
        headers.clear();
        tally = new Tally();
        size = 0;
        for (String name : resource.files()) {
            size += folder.store().size(name);
        }
        for (int file = 0; file < resource.files().size(); file++) {
            String name = resource.files().get(file);
            headers.add(new Header(name, faults, resource, known, needed));
            try (CsvReader<CsvRecord> csv = open(name)) {
                read(file, csv, known == null, reading);
            } catch (CsvParseException | IOException | UncheckedIOException e) {
                faults.add(broken(name, e));
            }
        }
    }

    private CsvReader<CsvRecord> open(String name) throws IOException {
        return Csv.read(resource.open(name, folder.store(), tally), resource.dialect(), resource.charset());
    }

    @Override
    public double share() {
        return size == 0 ? 0 : Math.min(1, (double) tally.bytes() / size);
    }

    private void read(int file, CsvReader<CsvRecord> csv, boolean foreign, Consumer<Line> reading) {
        Header header = headers.get(file);
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
                    && sound(header.file(), record, width)) {
                Row row = new Row(file, record);
                if (!header.plain()) {
                    row.mean(foreign);
                }
                reading.accept(row);
            }
        }
        blank.tell();
    }

    private boolean sound(String file, CsvRecord record, int width) {
        if (record.getFieldCount() != width) {
            faults.add(file, record.getStartingLineNumber(), 0, "The line has " + record.getFieldCount()
                    + " cells, and the first line names " + width + " columns. Give each column one cell.");
            return false;
        }
        for (int i = 0; i < width; i++) {
            if (record.getField(i).indexOf('\0') >= 0) {
                faults.add(file, record.getStartingLineNumber(), i + 1,
                        "The text holds the character U+0000, which no database keeps. Take it out.");
                return false;
            }
        }
        return true;
    }

    /** Lines of nothing but delimiters, as spreadsheets leave them below a table. */
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
                faults.warn(new Fault(file, first, 0, (count == 1 ? "A line has" : count + " lines from here on have")
                        + " nothing in any cell, and nothing is read from it. Take it out."));
            }
        }
    }

    private Fault broken(String file, Exception e) throws IOException {
        Csv.Problem problem = Csv.problem(e, resource.charset());
        return new Fault(file, problem.line(), 0, problem.message());
    }
}
