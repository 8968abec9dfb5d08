package dev.footnote.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The commands that start the application, as a script uses them. */
class CommandLineTest {

    @TempDir
    Path folder;

    @Test
    void check_accepts_the_output_of_init_and_leaves_no_files() throws Exception {
        assertThat(Packaged.run(folder, "init", "facts").status()).isZero();
        Packaged.Ended checked = Packaged.run(folder, "check", "facts");
        assertThat(checked).isEqualTo(new Packaged.Ended(0, "No faults in facts.\n", ""));
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("facts");
        }
    }

    @Test
    void check_prints_errors_and_exits_with_1() throws Exception {
        Packaged.run(folder, "init", "facts");
        Files.writeString(folder.resolve("facts/people.csv"), "id,name,source\nann,,nowhere\n");
        Packaged.Ended text = Packaged.run(folder, "check", "facts");
        assertThat(text.status()).isEqualTo(1);
        assertThat(text.out()).contains("people.csv:2:2: ", "people.csv:2:3: ", "facts has 2 faults; nothing was imported.");
        Packaged.Ended json = Packaged.run(folder, "check", "facts", "--format", "json", "--report", "faults.csv");
        assertThat(json.status()).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("faults.csv"))).hasSize(3)
                .startsWith("\"severity\",\"file\",\"line\",\"column\",\"header\",\"value\",\"message\"");
        List<JsonNode> lines = json.out().lines().map(CommandLineTest::json).toList();
        assertThat(lines).extracting(line -> line.get("kind").asText()).containsExactly("fault", "fault", "summary");
        assertThat(lines.get(0).get("file").asText()).isEqualTo("people.csv");
        assertThat(lines.get(0).get("line").asInt()).isEqualTo(2);
        assertThat(lines.get(2).get("faults").asInt()).isEqualTo(2);
    }

    @Test
    void init_overwrites_nothing() throws Exception {
        Packaged.Ended made = Packaged.run(folder, "init", "facts");
        assertThat(made.status()).isZero();
        assertThat(made.out()).contains("footnote check facts");
        Files.writeString(folder.resolve("facts/people.csv"), "mine");
        Packaged.Ended again = Packaged.run(folder, "init", "facts");
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("nothing is overwritten");
        assertThat(folder.resolve("facts/people.csv")).hasContent("mine");
    }

    @Test
    void a_failed_import_prints_the_report_of_check() throws Exception {
        Packaged.run(folder, "init", "facts");
        Files.writeString(folder.resolve("facts/people.csv"), "id,name,source\nann,,nowhere\n,,\n");
        Packaged.Ended checked = Packaged.run(folder, "check", "facts");
        assertThat(checked.out()).contains("warning: people.csv:3: ",
                "facts has 2 faults, with one warning; nothing was imported.");
        assertThat(Packaged.run(folder, "import", "facts", "--database", "./home")).isEqualTo(checked);
    }

    @Test
    void a_dataset_imported_into_a_file_is_served_from_it() throws Exception {
        Packaged.run(folder, "init", "facts");
        Packaged.Ended imported = Packaged.run(folder, "import", "facts", "--database", "./home");
        assertThat(imported.status()).isZero();
        assertThat(imported.out()).matches("Imported facts in [0-9.]+ s: 5 added, 0 changed, 0 deleted.\\R");
        assertThat(imported.err()).isEmpty();
        try (Packaged server = Packaged.start(folder, List.of(), "serve", "--database", "./home.mv.db", "--port", "0")) {
            assertThat(Asked.people(server.address()))
                    .isEqualTo("{\"data\":{\"people\":{\"nodes\":[{\"slug\":\"ada-example\"}]}}}");
        }
    }

    @Test
    void an_imported_dataset_is_exported_unchanged_and_in_other_formats() throws Exception {
        Packaged.run(folder, "init", "facts");
        Packaged.run(folder, "import", "facts", "--database", "./home");
        Packaged.Ended exported = Packaged.run(folder, "export", "--database", "./home", "out");
        assertThat(exported.status()).as(exported.err()).isZero();
        assertThat(exported.out()).endsWith("records to out.\n");
        assertThat(Packaged.run(folder, "import", "out", "--database", "./home").out())
                .contains("0 added, 0 changed, 0 deleted");
        assertThat(Packaged.run(folder, "export", "--database", "./home", "out").status()).isEqualTo(2);
        assertThat(Packaged.run(folder, "export", "--database", "./home", "out.ftm.json").out()).contains("lost: ");
        assertThat(Files.readString(folder.resolve("out.ftm.json"))).contains("\"schema\":\"Person\"");
        assertThat(Packaged.run(folder, "export", "--database", "./nowhere", "none").status()).isEqualTo(2);
        assertThat(folder.resolve("nowhere.mv.db")).doesNotExist();
    }

    @Test
    void a_file_that_another_process_has_open_ends_with_3_and_a_sentence() throws Exception {
        Packaged.run(folder, "init", "facts");
        try (Packaged server = Packaged.start(folder, List.of("-Dquarkus.http.port=0"), "--database", "./home")) {
            server.address();
            assertThat(Packaged.run(folder, "import", "facts", "--database", "./home"))
                    .isEqualTo(new Packaged.Ended(3, "", "Another process has the database file open, and only one process can"
                            + " open it. Stop that process, or use PostgreSQL.\n"));
        }
    }

    @Test
    void a_server_beside_another_one_gets_a_free_management_port() throws Exception {
        try (ServerSocket taken = take(9000);
                Packaged server = Packaged.start(folder, List.of(), "serve", "--database", "./home", "--port", "0")) {
            assertThat(server.managementAddress()).startsWith("http://").doesNotEndWith(":9000");
            assertThat(server.err()).contains("Another program has port 9000. ", "--management-port");
        }
    }

    /** Null if another program has it already. */
    private static ServerSocket take(int port) throws IOException {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (BindException e) {
            return null;
        }
    }

    @Test
    void a_database_that_does_not_answer_ends_with_3_and_a_sentence() throws Exception {
        Packaged.run(folder, "init", "facts");
        assertThat(Packaged.run(folder, "import", "facts", "--database", "jdbc:postgresql://127.0.0.1:1/none"))
                .isEqualTo(new Packaged.Ended(3, "",
                        "The database does not answer. Check that it is running, and that its URL is correct.\n"));
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (Exception e) {
            throw new AssertionError("No JSON: " + line, e);
        }
    }
}
