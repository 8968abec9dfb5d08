package dev.footnote.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ReportPrinterTest {

    @TempDir
    Path folder;

    /** A verb that prints. */
    @Command(name = "verb")
    static final class Verb {

        @Mixin
        ReportPrinter report;
    }

    private final Verb verb = new Verb();
    private final StringWriter out = new StringWriter();

    @Test
    void frequent_errors_do_not_displace_others() {
        DatasetProblems found = many(new DatasetProblems());
        assertThat(found.warned()).isEqualTo(24_003);
        assertThat(found.warnings()).hasSizeLessThanOrEqualTo(1000).extracting(DatasetProblem::message)
                .contains("The text holds U+200B, which readers cannot see. Remove it if it is not intended.");
        found.alarm(new DatasetProblem("footnote.json", 3, 4, "The rule leaves out more than it takes."));
        assertThat(print(found)).isEqualTo(ExitCode.DONE);
        String[] lines = out.toString().split("\\R");
        assertThat(lines[1]).isEqualTo("    24,000 warnings people.csv, name: Another person has the name \"...\", such as"
                + " \"...\". Where they are the same, keep one of them.");
        assertThat(lines[2]).startsWith("         3 warnings people.csv, summary: The text holds U+");
        assertThat(lines).filteredOn(line -> line.contains("Another person has the name \"Ann")).hasSize(3);
        assertThat(lines).contains("  and 23,997 more like these in people.csv, column name");
        assertThat(lines).filteredOn(line -> line.contains("which readers cannot see. Remove")).hasSize(4);
        assertThat(lines[lines.length - 2]).startsWith("ATTENTION: footnote.json:3:4: ");
        assertThat(lines[lines.length - 1]).isEqualTo("No faults in facts, with 24,004 warnings.");
    }

    @Test
    void everything_is_written_to_a_file_on_demand() throws IOException {
        Path file = folder.resolve("faults.csv");
        arguments("--report", file.toString());
        DatasetProblems found;
        try (FindingsCsvWriter transcription = verb.report.transcription()) {
            found = many(new DatasetProblems(transcription));
            found.add(new DatasetProblem("people.csv", 7, 2, "name", "a \"b\"", "One, and \"two\"."));
            transcription.addAll(ValidationFindings.of("facts", found));
        }
        assertThat(Files.readAllLines(file)).hasSize(1 + 24_003 + 1).startsWith(
                "\"severity\",\"file\",\"line\",\"column\",\"header\",\"value\",\"message\"",
                "\"warning\",\"people.csv\",\"2\",\"2\",\"name\",\"Ann0\",\"Another person has the name \"\"Ann0\"\", such as"
                        + " \"\"ann\"\". Where they are the same, keep one of them.\"")
                .endsWith("\"fault\",\"people.csv\",\"7\",\"2\",\"name\",\"a \"\"b\"\"\",\"One, and \"\"two\"\".\"");
    }

    @Test
    void report_files_contain_the_counts_too() {
        arguments("--format", "json");
        print(many(new DatasetProblems()));
        assertThat(out.toString()).contains("{\"kind\":\"tally\",\"severity\":\"warning\",\"file\":\"people.csv\",\"header\":"
                + "\"name\",\"cause\":\"Another person has the name \\\"...\\\", such as \\\"...\\\". Where they are the"
                + " same, keep one"
                + " of them.\",\"count\":24000}");
    }

    @Test
    void a_short_list_of_names_is_shown_completely() {
        DatasetProblems found = new DatasetProblems();
        for (int line = 2; line < 12; line++) {
            found.add("people.csv", line, 1, "The record needs an id, without blanks around it.");
        }
        assertThat(print(found)).isEqualTo(ExitCode.FAULTS);
        assertThat(out.toString().split("\\R")).hasSize(11).startsWith("people.csv:2:1: The record needs an id, without blanks"
                + " around it.").endsWith("facts has 10 faults; nothing was imported.");
    }

    private static DatasetProblems many(DatasetProblems problems) {
        for (int i = 0; i < 24_000; i++) {
            problems.warn(new DatasetProblem("people.csv", 2 + i, 2, "name", "Ann" + i, "Another person has the name \"Ann" + i
                    + "\", such as \"ann\". Where they are the same, keep one of them."));
        }
        for (int i = 0; i < 3; i++) {
            problems.warn(new DatasetProblem("people.csv", 2 + i, 3, "summary", "b" + i,
                    "The text holds U+200B, which readers cannot see. Remove it if it is not intended."));
        }
        return problems;
    }

    private int print(DatasetProblems found) {
        if (verb.report == null) {
            arguments();
        }
        return verb.report.print(new PrintWriter(out), ValidationFindings.of("facts", found), null);
    }

    private void arguments(String... arguments) {
        new CommandLine(verb).parseArgs(arguments);
    }
}
