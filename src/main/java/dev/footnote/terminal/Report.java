package dev.footnote.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints what was found in a dataset, for people or for scripts. */
@Command
public final class Report {

    /** For whom it is printed; in small letters, because that is how it is typed. */
    enum Form {
        text,
        json
    }

    /** More are told by three of each cause. */
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

    /** Where all that is found is written to. */
    public Transcription transcription() {
        try {
            return Transcription.to(file);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), file + " cannot be written. Name a file in a folder that exists.");
        }
    }

    /**
     * Tells of a dataset.
     *
     * @param written null where it was only checked, or has faults
     * @return the status to end with
     */
    public int print(PrintWriter out, Findings found, Findings.Written written) {
        if (form == Form.json) {
            found.faults().forEach(tally -> tally.examples().forEach(fault -> out.println(json("fault", fault))));
            found.warnings().forEach(tally -> tally.examples().forEach(warning -> out.println(json("warning", warning))));
            // where all were printed, they can be counted
            found.faults().stream().filter(Report::isMore).forEach(tally -> out.println(json("fault", tally)));
            found.warnings().stream().filter(Report::isMore).forEach(tally -> out.println(json("warning", tally)));
            out.println(json(found, written));
        } else {
            text(out, found);
            out.println(
                    found.sentence(written == null ? "No faults in " + found.dataset() : written.sentence(found.dataset())));
        }
        out.flush();
        return found.count() > 0 || strict && found.warned() + found.repeated() > 0 ? Status.FAULTS : Status.DONE;
    }

    private static boolean isMore(Faults.Tally tally) {
        return tally.count() > tally.examples().size();
    }

    private void text(PrintWriter out, Findings found) {
        boolean isLong = found.count() + found.warned() > MOST_LISTED;
        if (isLong) {
            found.faults().forEach(tally -> out.println(head(tally, "fault")));
            found.warnings().forEach(tally -> out.println(head(tally, "warning")));
            out.println();
        }
        int most = isLong ? 0 : MOST_LISTED;
        Faults.listed(found.faults(), most).forEach(out::println);
        Faults.listed(found.warnings(), most).forEach(line -> out.println(line.startsWith(" ") ? line : "warning: " + line));
        if (isLong && file == null) {
            out.println("Three of each cause are listed; --report FILE writes all of them to a CSV file.");
        }
        found.alarms().forEach(alarm -> out.println("ATTENTION: " + alarm));
    }

    /** How often something was found, where, and what it is. */
    private static String head(Faults.Tally tally, String what) {
        return String.format(Locale.ROOT, "%,10d %-8s %s%s: %s", tally.count(), tally.count() == 1 ? what : what + "s",
                tally.file(), tally.header() == null ? "" : ", " + tally.header(), tally.cause());
    }

    private static String json(String severity, Faults.Tally tally) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", "tally");
        line.put("severity", severity);
        line.put("file", tally.file());
        line.put("header", tally.header());
        line.put("cause", tally.cause());
        line.put("count", tally.count());
        return json(line);
    }

    private static String json(String kind, Fault fault) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", kind);
        line.put("file", fault.file());
        line.put("line", fault.line());
        line.put("column", fault.column());
        line.put("header", fault.header());
        line.put("value", fault.value());
        line.put("message", fault.message());
        return json(line);
    }

    private static String json(Findings found, Findings.Written written) {
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
