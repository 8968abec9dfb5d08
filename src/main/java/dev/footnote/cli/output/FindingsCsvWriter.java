package dev.footnote.cli.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;

/** Writes all problems of a dataset to a CSV file, one per line, as they are found. */
public final class FindingsCsvWriter implements DatasetProblems.Transcript, AutoCloseable {

    private final Writer out;
    private boolean isEmpty = true;

    private FindingsCsvWriter(Writer out) {
        this.out = out;
    }

    /**
     * Creates or overwrites a file.
     *
     * @param file null to write nothing
     */
    static FindingsCsvWriter to(Path file) throws IOException {
        Writer out = file == null ? Writer.nullWriter() : Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        FindingsCsvWriter transcription = new FindingsCsvWriter(out);
        transcription.line(Stream.of("severity", "file", "line", "column", "header", "value", "message"));
        return transcription;
    }

    @Override
    public void add(DatasetProblems.Severity severity, DatasetProblem problem) {
        isEmpty = false;
        line(Stream.of(severity.name().toLowerCase(Locale.ROOT), problem.file(), number(problem.line()),
                number(problem.column()), problem.header(), problem.value(), problem.message()));
    }

    /** Writes the findings, unless they were already written while the dataset was read. */
    public void addAll(ValidationFindings found) {
        if (isEmpty) {
            found.problems().forEach(
                    tally -> tally.examples().forEach(problem -> add(DatasetProblems.Severity.FAULT, problem)));
            found.warnings().forEach(
                    tally -> tally.examples().forEach(problem -> add(DatasetProblems.Severity.WARNING, problem)));
        }
    }

    private static String number(long number) {
        return number == 0 ? null : String.valueOf(number);
    }

    private void line(Stream<String> cells) {
        try {
            out.write(cells.map(FindingsCsvWriter::cell).collect(Collectors.joining(",", "", "\r\n")));
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
