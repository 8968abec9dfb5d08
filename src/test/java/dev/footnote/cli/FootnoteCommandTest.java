package dev.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.runtime.LaunchMode;
import picocli.CommandLine;

/** Commands and messages that need no application. */
class FootnoteCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void the_help_of_every_command_has_purpose_exit_codes_and_usage() {
        assertThat(run("--help")).isZero();
        String all = out.toString();
        for (String verb : FootnoteCommand.line().getSubcommands().keySet()) {
            assertThat(all).contains("\n  " + verb + " ");
            out.getBuffer().setLength(0);
            assertThat(run(verb, "--help")).isZero();
            assertThat(out.toString()).contains("Usage: footnote " + verb, "Exit codes:", "  3   ", "Example",
                    "\n  footnote " + verb);
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void invalid_arguments_exit_with_2_and_a_hint() {
        assertThat(run("imprt", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean: footnote import or footnote export?", "See footnote --help.");
        assertThat(run("check")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameter: 'DATASET'", "See footnote check --help.");
        assertThat(run("check", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no ", "footnote init makes one to start from.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void an_import_into_a_temporary_database_is_refused() {
        assertThat(run("import", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("To import needs a persistent database", "--database ./facts");
        assertThat(run("import", folder.toString(), "--database", "mysql://host/x")).isEqualTo(2);
        assertThat(err.toString()).contains("--database is neither a file nor a JDBC address.");
    }

    @Test
    void keys_are_kept_in_the_file_that_is_named_before_or_after_the_command() {
        String file = folder.resolve("my.keys").toString();
        assertThat(run("key", "add", "ann", "--role", "editor", "--file", file)).isZero();
        assertThat(run("key", "--file", file, "add", "bob", "--role", "reader")).isZero();
        out.getBuffer().setLength(0);
        assertThat(run("key", "list", "--file", file)).isZero();
        assertThat(out.toString()).isEqualTo("ann\teditor\tnever" + System.lineSeparator() + "bob\treader\tnever"
                + System.lineSeparator());
        assertThat(run("key", "remove", "ann", "--file", file)).isZero();
        out.getBuffer().setLength(0);
        assertThat(run("key", "--file", file, "list")).isZero();
        assertThat(out.toString()).startsWith("bob\t");
    }

    @Test
    void a_mistyped_folder_is_reported_and_not_created() {
        Path typo = folder.resolve("typo");
        String before = System.getProperty("footnote.database.url");
        try {
            for (String where : List.of(typo.resolve("facts").toString(), "jdbc:h2:file:" + typo.resolve("facts"),
                    "jdbc:h2:" + typo.resolve("facts") + ";WRITE_DELAY=0")) {
                for (String verb : List.of("serve", "import", "export", "backup", "restore")) {
                    String[] arguments = verb.equals("serve") ? new String[] { verb, "--database", where }
                            : new String[] { verb, folder.toString(), "--database", where };
                    assertThat(run(arguments)).as("%s %s", verb, where).isEqualTo(2);
                    assertThat(err.toString()).contains("There is no folder " + typo,
                            "Create the folder, or correct the path.");
                    err.getBuffer().setLength(0);
                }
            }
            assertThat(typo).doesNotExist();
        } finally {
            if (before == null) {
                System.clearProperty("footnote.database.url");
            } else {
                System.setProperty("footnote.database.url", before);
            }
        }
    }

    @Test
    void in_dev_mode_the_process_survives_the_application() {
        assertThat(FootnoteCommand.endsProcess(LaunchMode.NORMAL)).isTrue();
        assertThat(FootnoteCommand.endsProcess(LaunchMode.DEVELOPMENT)).isFalse();
    }

    private int run(String... arguments) {
        CommandLine line = FootnoteCommand.line();
        return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
