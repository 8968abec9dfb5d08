package dev.footnote.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts what was built, as a user does. */
class BrokenStartTest {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final long PATIENCE = 120;

    @TempDir
    Path folder;

    @Test
    void a_broken_dataset_ends_the_start_and_every_fault_is_printed() throws Exception {
        Files.writeString(folder.resolve("datapackage.json"),
                "{\"resources\": [{\"name\": \"people\", \"path\": \"people.csv\"}]}");
        Files.writeString(folder.resolve("people.csv"), "id,name,source\nann,,paper\nann,Ann,paper\n");
        Path log = folder.resolve("log");
        Process process = start(log, "-Dfootnote.dataset=" + folder, "-Dquarkus.http.port=0");
        try {
            assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).as("it ends by itself\n" + text(log)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(text(log)).contains("nothing was imported",
                    "people.csv:2:2: name: The cell is empty, and every record needs a value here.",
                    "people.csv:3:1: id: The id \"ann\" stands in this file already.",
                    "people.csv:2:3: source: There is no source \"paper\".");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_broken_trusted_document_ends_the_start_and_every_fault_is_printed() throws Exception {
        Files.writeString(folder.resolve("metrics.graphql"), "{ __typename }");
        Files.writeString(folder.resolve("people.graphql"),
                "{\n  peple { totalCount }\n  people(first: ten) { totalCount }\n}");
        Path log = folder.resolve("log");
        Process process = start(log, "-Dfootnote.documents=" + folder, "-Dquarkus.http.port=0");
        try {
            assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).as("it ends by itself\n" + text(log)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(text(log)).contains("The trusted documents have 3 faults; the server does not start.",
                    "metrics.graphql: The server has a path of that name. Give the document another.",
                    "people.graphql:2:3: The type Query has no field peple. Did you mean people?",
                    "people.graphql:3:10: The argument first is ten, which is not of type Int.");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void the_dataset_that_ships_is_served_without_any_setting() throws Exception {
        Path log = folder.resolve("log");
        Process process = start(log, "-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=0");
        try {
            String address = address(process, log);
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address + "/graphql"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers
                                    .ofString("{\"query\": \"{ organization(by: {slug: \\\"xiaomi\\\"}) { name } }\"}"))
                            .build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo("{\"data\":{\"organization\":{\"name\":\"Xiaomi\"}}}");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Path log, String... settings) throws IOException {
        assertThat(JAR).as("what is built by ./mvnw package").exists();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(settings));
        command.addAll(List.of("-jar", JAR.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static String address(Process process, Path log) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(PATIENCE).toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            String text = text(log);
            int place = text.indexOf("Listening on: ");
            if (place >= 0) {
                return text.substring(place + 14).split("\\s")[0];
            }
            Thread.sleep(200);
        }
        throw new AssertionError("It did not start:\n" + text(log));
    }

    private static String text(Path log) throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
