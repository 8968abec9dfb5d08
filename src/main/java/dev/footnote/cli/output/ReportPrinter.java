package dev.footnote.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the problems of a dataset, for people or for scripts. */
@Command
public final class ReportPrinter {

    /** Output format, in lower case as it is typed. */
    enum Form {
        text,
        json
    }

    /** Most problems listed in full. Of more, three of each cause are listed. */
    private static final int MOST_LISTED = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--format", paramLabel = "FORM", defaultValue = "text", description = "What is printed: ${COMPLETION-CANDIDATES}. With json, each line is an object of its own.")
    private Form form;

    @Option(names = "--strict", description = "End with status 1 for warnings as well.")
    private boolean strict;

    @Option(names = "--report", paramLabel = "FILE", description = "Write all faults and warnings to a CSV file, a line each,"
            + " however many there are.")
    private Path file;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Creates the writer for the report file. */
    public FindingsCsvWriter transcription() {
        try {
            return FindingsCsvWriter.to(file);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), file + " cannot be written. Name a file in a folder that exists.");
        }
    }

    /**
     * Prints the result for a dataset.
     *
     * @param written null if the dataset was only checked, or has errors
     * @return the exit code
     */
    public int print(PrintWriter out, ValidationFindings found, ValidationFindings.Written written) {
        if (form == Form.json) {
            found.problems()
                    .forEach(tally -> tally.examples().forEach(problem -> out.println(json("fault", problem))));
            found.warnings()
                    .forEach(tally -> tally.examples().forEach(warning -> out.println(json("warning", warning))));
            // where all examples were printed, no count is needed
            found.problems().stream().filter(ReportPrinter::isMore)
                    .forEach(tally -> out.println(json("fault", tally)));
            found.warnings().stream().filter(ReportPrinter::isMore)
                    .forEach(tally -> out.println(json("warning", tally)));
            out.println(json(found, written));
        } else {
            text(out, found);
            out.println(
                    found.sentence(written == null ? "No faults in " + found.dataset() : written.sentence(found.dataset())));
        }
        out.flush();
        return found.count() > 0 || strict && found.warned() + found.repeated() > 0 ? ExitCode.FAULTS : ExitCode.DONE;
    }

    private static boolean isMore(DatasetProblems.Tally tally) {
        return tally.count() > tally.examples().size();
    }

    private void text(PrintWriter out, ValidationFindings found) {
        boolean isLong = found.count() + found.warned() > MOST_LISTED;
        if (isLong) {
            found.problems().forEach(tally -> out.println(head(tally, "fault")));
            found.warnings().forEach(tally -> out.println(head(tally, "warning")));
            out.println();
        }
        int most = isLong ? 0 : MOST_LISTED;
        DatasetProblems.listed(found.problems(), most).forEach(out::println);
        DatasetProblems.listed(found.warnings(), most)
                .forEach(line -> out.println(line.startsWith(" ") ? line : "warning: " + line));
        if (isLong && file == null) {
            out.println("Three of each cause are listed; --report FILE writes all of them to a CSV file.");
        }
        found.alarms().forEach(alarm -> out.println("ATTENTION: " + alarm));
    }

    /** Count, place and cause of a kind of problem. */
    private static String head(DatasetProblems.Tally tally, String what) {
        return String.format(Locale.ROOT, "%,10d %-8s %s%s: %s", tally.count(),
                tally.count() == 1 ? what : what + "s",
                tally.file(), tally.header() == null ? "" : ", " + tally.header(), tally.cause());
    }

    private static String json(String severity, DatasetProblems.Tally tally) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", "tally");
        line.put("severity", severity);
        line.put("file", tally.file());
        line.put("header", tally.header());
        line.put("cause", tally.cause());
        line.put("count", tally.count());
        return json(line);
    }

    private static String json(String kind, DatasetProblem problem) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", kind);
        line.put("file", problem.file());
        line.put("line", problem.line());
        line.put("column", problem.column());
        line.put("header", problem.header());
        line.put("value", problem.value());
        line.put("message", problem.message());
        return json(line);
    }

    private static String json(ValidationFindings found, ValidationFindings.Written written) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", "summary");
        line.put("dataset", found.dataset());
        line.put("faults", found.count());
        line.put("warnings", found.warned());
        line.put("repeatedWarnings", found.repeated());
        line.put("imported", written != null);
        if (written != null) {
            line.put("added", written.added());
            line.put("changed", written.changed());
            line.put("deleted", written.deleted());
            line.put("milliseconds", written.took().toMillis());
        }
        return json(line);
    }

    private static String json(Map<String, Object> line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
