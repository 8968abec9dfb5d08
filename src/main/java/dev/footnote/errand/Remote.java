package dev.footnote.errand;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.terminal.Gauge;
import dev.footnote.terminal.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A server whose office is asked, as the command line says it. */
@Command
public final class Remote {

    private static final String TOKEN = "FOOTNOTE_OFFICE_TOKEN";
    private static final int PAUSE_MILLISECONDS = 1000;
    private static final int GOES_ON = 202;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--server", paramLabel = "URL", description = "Have a server do it that runs, such as http://localhost:8080.")
    private URI server;

    @Option(names = "--token-file", paramLabel = "FILE", description = "The file with the token of the server's office. Otherwise "
            + TOKEN + " in the environment is it.")
    private Path tokenFile;

    /** What the office answered. */
    public record Answer(int status, JsonNode body) {
    }

    public boolean isGiven() {
        return server != null;
    }

    /** Sends a dataset, and waits until it is imported or refused. */
    public Answer send(Path dataset, Gauge gauge) throws IOException {
        boolean zipped = Files.isDirectory(dataset) || dataset.toString().endsWith(".zip");
        if (!Files.isDirectory(dataset)) {
            return post("/office/import", zipped ? "application/zip" : "application/x-ndjson", BodyPublishers.ofFile(dataset),
                    gauge);
        }
        Path parcel = Files.createTempFile("footnote-", ".zip");
        try (Closeable rest = () -> Files.deleteIfExists(parcel)) {
            Parcel.pack(dataset, parcel);
            return post("/office/import", "application/zip", BodyPublishers.ofFile(parcel), gauge);
        }
    }

    /** Has the server write a backup. */
    public Answer backup(Gauge gauge) throws IOException {
        return post("/office/backup", "application/json", BodyPublishers.noBody(), gauge);
    }

    /** Says what the office said where it did not do what it was asked. @return the status to end with */
    public int refused(Answer answer) {
        spec.commandLine().getErr().println("The server answers with status " + answer.status() + ": "
                + answer.body().path("message").asText("It tells no more."));
        return Status.FAILED;
    }

    private Answer post(String path, String type, BodyPublisher body, Gauge gauge) throws IOException {
        Answer answer = ask(request(path).header("Content-Type", type).POST(body).build());
        while (answer.status() == GOES_ON) {
            answer = later(gauge);
        }
        return answer;
    }

    /** What came of it, as soon as that is known. */
    private Answer later(Gauge gauge) throws IOException {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        JsonNode status = ask(request("/office/status").GET().build()).body();
        JsonNode running = status.path("running");
        if (running.isObject()) {
            gauge.at(running.path("step").asText("waiting"), running.path("done").asLong(), running.path("total").asLong());
            return new Answer(GOES_ON, status);
        }
        return new Answer(status.at("/last/status").asInt(), status.at("/last/answer"));
    }

    private HttpRequest.Builder request(String path) throws IOException {
        String token = tokenFile != null ? Files.readString(tokenFile).strip() : System.getenv(TOKEN);
        if (token == null || token.isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "The office of a server wants its token. Name a file with --token-file, or set " + TOKEN + ".");
        }
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private Answer ask(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new IOException("The server at " + server + " does not answer. Look whether it runs, and whether its address"
                    + " is right.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Something else than JSON comes from another server, or from one without an office. */
    private static JsonNode json(String body) {
        ObjectMapper mapper = new ObjectMapper();
        try {
            return mapper.readTree(body);
        } catch (IOException e) {
            return mapper.createObjectNode().put("message",
                    "It has no office. It has one as soon as footnote.office.token is set.");
        }
    }
}
