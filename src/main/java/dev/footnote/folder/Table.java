package dev.footnote.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.footnote.store.Csv;
import dev.footnote.store.Resource;
import dev.footnote.store.Tally;
import dev.footnote.store.Unpacked;

/** The CSV files of one resource, read line by line. */
public final class Table implements Feed {

    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final Folder folder;
    private final Resource resource;
    private final int number;
    private final Faults faults;
    /** The headers of each file. */
    private final List<Map<String, Integer>> headers = new ArrayList<>();
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
        private final Map<String, Integer> columns;

        private Row(int file, CsvRecord record) {
            this.file = file;
            this.record = record;
            this.columns = headers.get(file);
        }

        @Override
        public String cell(String header) {
            Integer index = columns.get(header);
            return index == null ? null : text(record, index);
        }

        @Override
        public long place() {
            return where().number();
        }

        private Place where() {
            return new Place(number, file, record.getStartingLineNumber(), 0);
        }

        @Override
        public void fault(String header, String message) {
            faults.add(Table.this.fault(where(), header, cell(header), message));
        }

        @Override
        public void warning(String header, String message) {
            faults.warn(Table.this.fault(where(), header, cell(header), message));
        }
    }

    private String text(CsvRecord record, int index) {
        String text = record.getField(index);
        return text.isEmpty() || resource.missing().contains(text) ? null : text;
    }

    @Override
    public Fault fault(Place place, String header, String value, String message) {
        Map<String, Integer> columns = headers.size() > place.file() ? headers.get(place.file()) : Map.of();
        return new Fault(resource.files().get(place.file()), place.line(), columns.getOrDefault(header, -1) + 1,
                header, value, message);
    }

    /** The columns of its files, in the order in which they first stand there. */
    public List<String> columns() throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        for (String name : resource.files()) {
            try (CsvReader<CsvRecord> csv = open(name)) {
                csv.stream().limit(1).forEach(first -> columns.addAll(first.getFields()));
            } catch (CsvParseException | IOException | UncheckedIOException e) {
                faults.add(broken(name, e));
            }
        }
        return List.copyOf(columns);
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
            headers.add(new HashMap<>());
            String name = resource.files().get(file);
            Header header = new Header(name, faults, known, needed);
            try (CsvReader<CsvRecord> csv = open(name)) {
                read(file, csv, header, reading);
            } catch (CsvParseException | IOException | UncheckedIOException e) {
                faults.add(broken(name, e));
            }
        }
    }

    private CsvReader<CsvRecord> open(String name) throws IOException {
        return Csv.read(resource.open(name, folder.store(), tally), resource.dialect());
    }

    @Override
    public double share() {
        return size == 0 ? 0 : Math.min(1, (double) tally.bytes() / size);
    }

    private void read(int file, CsvReader<CsvRecord> csv, Header header, Consumer<Line> reading) {
        int width = 0;
        Blank blank = new Blank(header.file());
        for (CsvRecord record : csv) {
            if (width == 0) {
                width = record.getFieldCount();
                if (!header.read(record, headers.get(file))) {
                    return;
                }
            } else if (!blank.is(record) && sound(header.file(), record, width)) {
                reading.accept(new Row(file, record));
            }
        }
        if (width == 0) {
            header.missing();
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

    private static Fault broken(String file, Exception e) throws IOException {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof CharacterCodingException) {
            return new Fault(file, 0, 0, "The file is not in UTF-8. Save it in UTF-8.");
        }
        if (cause instanceof Unpacked.Refused) {
            return new Fault(file, 0, 0, cause.getMessage());
        }
        if (cause instanceof ZipException || cause instanceof java.io.EOFException) {
            return new Fault(file, 0, 0, "The file cannot be unpacked: " + cause.getMessage() + ". Pack it anew.");
        }
        if (e instanceof IOException io) {
            throw io;
        }
        Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
        return new Fault(file, line.find() ? Long.parseLong(line.group(1)) : 0, 0, "The file is no CSV from here on: "
                + cause.getMessage() + ". Look for a quote that is never closed.");
    }
}
