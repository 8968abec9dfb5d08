package dev.footnote.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;

/** Everything that is found in a dataset as a CSV file, a line each, as it is found. */
public final class Transcription implements Faults.Transcript, AutoCloseable {

    private final Writer out;
    private boolean isEmpty = true;

    private Transcription(Writer out) {
        this.out = out;
    }

    /**
     * Begins a file anew.
     *
     * @param file null where nothing is to be written
     */
    static Transcription to(Path file) throws IOException {
        Writer out = file == null ? Writer.nullWriter() : Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        Transcription transcription = new Transcription(out);
        transcription.line(Stream.of("severity", "file", "line", "column", "header", "value", "message"));
        return transcription;
    }

    @Override
    public void add(Faults.Severity severity, Fault fault) {
        isEmpty = false;
        line(Stream.of(severity.name().toLowerCase(Locale.ROOT), fault.file(), number(fault.line()),
                number(fault.column()), fault.header(), fault.value(), fault.message()));
    }

    /** Writes what was found before anything was read. */
    public void addAll(Findings found) {
        if (isEmpty) {
            found.faults().forEach(tally -> tally.examples().forEach(fault -> add(Faults.Severity.FAULT, fault)));
            found.warnings().forEach(tally -> tally.examples().forEach(fault -> add(Faults.Severity.WARNING, fault)));
        }
    }

    private static String number(long number) {
        return number == 0 ? null : String.valueOf(number);
    }

    private void line(Stream<String> cells) {
        try {
            out.write(cells.map(Transcription::cell).collect(Collectors.joining(",", "", "\r\n")));
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written", e);
        }
    }

    private static String cell(String text) {
        return text == null ? "" : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
