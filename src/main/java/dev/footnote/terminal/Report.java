package dev.footnote.terminal;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.folder.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what was found in a dataset, for people or for scripts. */
@Command
public final class Report {

    /** For whom it is printed; in small letters, because that is how it is typed. */
    enum Form {
        text,
        json
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--format", paramLabel = "FORM", defaultValue = "text", description = "What is printed: ${COMPLETION-CANDIDATES}. With json, each line is an object of its own.")
    private Form form;

    @Option(names = "--strict", description = "End with status 1 for warnings as well.")
    private boolean strict;

    /**
     * Tells of a dataset.
     *
     * @param written null where it was only checked, or has faults
     * @return the status to end with
     */
    public int print(PrintWriter out, Findings found, Findings.Written written) {
        if (form == Form.json) {
            found.faults().forEach(fault -> out.println(json("fault", fault)));
            found.warnings().forEach(warning -> out.println(json("warning", warning)));
            out.println(json(found, written));
        } else {
            found.faults().forEach(out::println);
            found.warnings().forEach(warning -> out.println("warning: " + warning));
            out.println(
                    found.sentence(written == null ? "No faults in " + found.dataset() : written.sentence(found.dataset())));
        }
        out.flush();
        return found.count() > 0 || strict && found.warned() > 0 ? Status.FAULTS : Status.DONE;
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
