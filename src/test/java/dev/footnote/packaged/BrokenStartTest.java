package dev.footnote.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged application with broken input. */
class BrokenStartTest {

    @TempDir
    Path folder;

    @Test
    void a_broken_dataset_ends_the_start_and_every_fault_is_printed() throws Exception {
        Files.writeString(folder.resolve("datapackage.json"),
                "{\"resources\": [{\"name\": \"people\", \"path\": \"people.csv\"}]}");
        Files.writeString(folder.resolve("people.csv"), "id,name,source\nann,,paper\nann,Ann,paper\n");
        try (Packaged process = start("-Dfootnote.dataset=" + folder)) {
            Packaged.Ended ended = process.end();
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.out()).contains("nothing was imported",
                    "people.csv:2:2: name: The cell is empty, and every record needs a value here.",
                    "people.csv:3:1: id: The id \"ann\" is already used in this file.",
                    "people.csv:2:3: source: There is no source \"paper\".").doesNotContain("\tat ");
            assertThat(ended.err()).doesNotContain("\tat ");
        }
    }

    @Test
    void a_broken_trusted_document_ends_the_start_and_every_fault_is_printed() throws Exception {
        Files.writeString(folder.resolve("metrics.graphql"), "{ __typename }");
        Files.writeString(folder.resolve("people.graphql"),
                "{\n  peple { totalCount }\n  people(first: ten) { totalCount }\n}");
        try (Packaged process = start("-Dfootnote.documents=" + folder)) {
            Packaged.Ended ended = process.end();
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.out()).contains("The trusted documents have 3 faults; the server does not start.",
                    "metrics.graphql: The server has a path of that name. Give the document another.",
                    "people.graphql:2:3: The type Query has no field peple. Did you mean people?",
                    "people.graphql:3:10: The argument first is ten, which is not of type Int.").doesNotContain("\tat ");
        }
    }

    @Test
    void unknown_settings_and_invalid_values_are_reported_by_name() throws Exception {
        try (Packaged process = Packaged.start(folder, List.of("-Dfootnote.answers.kept=0", "-Dfootnote.limits.time=soon",
                "-Dquarkus.http.port=0"))) {
            Packaged.Ended ended = process.end();
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.err()).contains("There is no setting footnote.answers.kept. Correct its name, or remove it.",
                    "A setting is wrong: ", "footnote.limits.time", "soon").doesNotContain("\tat ");
        }
    }

    @Test
    void startup_waits_for_the_database_and_reports_why_it_stops() throws Exception {
        // a port that nobody listens at
        try (Packaged process = Packaged.start(folder,
                List.of("-Dfootnote.database.url=jdbc:postgresql://127.0.0.1:1/footnote", "-Dfootnote.database.patience=8s",
                        "-Dquarkus.http.port=0"))) {
            Packaged.Ended ended = process.end();
            assertThat(ended.status()).isEqualTo(3);
            assertThat(ended.out() + ended.err())
                    .contains("Waiting for the database: ",
                            "The server does not start, because the database is still not available after 8 s")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void the_dataset_that_ships_is_served_without_any_setting() throws Exception {
        try (Packaged process = start("-Dquarkus.http.host=127.0.0.1")) {
            assertThat(Asked.ask(process.address(), "{ organization(by: {slug: \"xiaomi\"}) { name } }"))
                    .isEqualTo("{\"data\":{\"organization\":{\"name\":\"Xiaomi\"}}}");
        }
    }

    private Packaged start(String setting) throws Exception {
        return Packaged.start(folder, List.of(setting, "-Dquarkus.http.port=0"));
    }
}
