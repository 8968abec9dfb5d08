package dev.footnote.folder;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/** A CSV file of a dataset, RFC 4180 in UTF-8 with or without a byte order mark, read line by line. */
final class Table {

    private final Folder folder;
    private final String file;
    private final int number;
    private final Faults faults;
    private final Map<String, Integer> headers = new HashMap<>();

    /** @param number of the file in its dataset */
    Table(Folder folder, String file, int number, Faults faults) {
        this.folder = folder;
        this.file = file;
        this.number = number;
        this.faults = faults;
    }

    /** One record of the file. */
    private final class Row implements Line {

        private final CsvRecord record;

        private Row(CsvRecord record) {
            this.record = record;
        }

        @Override
        public String cell(String header) {
            Integer index = headers.get(header);
            String text = index == null ? "" : record.getField(index);
            return text.isEmpty() ? null : text;
        }

        @Override
        public long place() {
            return Place.of(number, record.getStartingLineNumber());
        }

        @Override
        public void fault(String header, String message) {
            faults.add(Table.this.fault(record.getStartingLineNumber(), header, message));
        }

        @Override
        public void warning(String header, String message) {
            faults.warn(Table.this.fault(record.getStartingLineNumber(), header, message));
        }
    }

    Fault fault(long line, String header, String message) {
        return new Fault(file, line, headers.getOrDefault(header, -1) + 1, header + ": " + message);
    }

    /**
     * Reads all records.
     *
     * @param known the headers that the file may have
     * @param needed the headers that it must have
     */
    void read(Collection<String> known, Collection<String> needed, Consumer<Line> reading) throws IOException {
        Reader text = new InputStreamReader(folder.open(file),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
        headers.clear();
        int width = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().detectBomHeader(false).ofCsvRecord(text)) {
            for (CsvRecord record : csv) {
                if (headers.isEmpty()) {
                    headers(record, known, needed);
                    width = record.getFieldCount();
                } else if (sound(record, width)) {
                    reading.accept(new Row(record));
                }
            }
            if (headers.isEmpty()) {
                faults.add(file, 0, 0,
                        "The file is empty. Its first line names the columns, at least " + String.join(", ", needed) + ".");
            }
        } catch (CsvParseException | UncheckedIOException e) {
            broken(e);
        }
    }

    private boolean sound(CsvRecord record, int width) {
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

    private void headers(CsvRecord record, Collection<String> known, Collection<String> needed) {
        for (int i = 0; i < record.getFieldCount(); i++) {
            String header = i == 0 ? record.getField(i).replaceFirst("^\ufeff", "") : record.getField(i);
            if (!known.contains(header)) {
                faults.add(file, 1, i + 1, "There is no column \"" + header + "\" in this file. It may have "
                        + String.join(", ", known) + ".");
            }
            if (headers.put(header, i) != null) {
                faults.add(file, 1, i + 1, "The column \"" + header + "\" stands here twice.");
            }
        }
        needed.stream().filter(header -> !headers.containsKey(header))
                .forEach(header -> faults.add(file, 1, 0, "The column \"" + header + "\" is missing."));
    }

    private void broken(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        faults.add(file, 0, 0, cause instanceof CharacterCodingException ? "The file is not in UTF-8. Save it in UTF-8."
                : "The file is no CSV: " + e.getMessage() + ".");
    }
}
