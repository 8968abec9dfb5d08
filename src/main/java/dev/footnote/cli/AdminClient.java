package dev.footnote.cli;

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

import dev.footnote.cli.output.ExitCode;
import dev.footnote.cli.output.ProgressPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** CLI client of the admin API of a running server. */
@Command
public final class AdminClient {

    private static final String TOKEN = "FOOTNOTE_ADMIN_TOKEN";
    private static final int PAUSE_MILLISECONDS = 1000;
    private static final int GOES_ON = 202;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--server", paramLabel = "URL", description = "Run the command on a running"
            + " server. The URL has its management port, such as http://localhost:9000.")
    private URI server;

    @Option(names = "--token-file", paramLabel = "FILE", description = "The file with the admin token of"
            + " the server. Default: the environment variable "
            + TOKEN + ".")
    private Path tokenFile;

    /** Response of the server. */
    public record Answer(int status, JsonNode body) {
    }

    public boolean isGiven() {
        return server != null;
    }

    /** Sends a dataset, and waits until it is imported or refused. */
    public Answer send(Path dataset, ProgressPrinter progress) throws IOException {
        boolean zipped = Files.isDirectory(dataset) || dataset.toString().endsWith(".zip");
        if (!Files.isDirectory(dataset)) {
            return post("/admin/import", zipped ? "application/zip" : "application/x-ndjson", BodyPublishers.ofFile(dataset),
                    progress);
        }
        Path zip = Files.createTempFile("footnote-", ".zip");
        try (Closeable rest = () -> Files.deleteIfExists(zip)) {
            FolderZipper.pack(dataset, zip);
            return post("/admin/import", "application/zip", BodyPublishers.ofFile(zip), progress);
        }
    }

    /** Makes the server write a backup. */
    public Answer backup(ProgressPrinter progress) throws IOException {
        return post("/admin/backup", "application/json", BodyPublishers.noBody(), progress);
    }

    /**
     * Prints the server's message for a refused request.
     *
     * @return the exit code
     */
    public int refused(Answer answer) {
        spec.commandLine().getErr().println("The server answers with status " + answer.status() + ": "
                + answer.body().path("message").asText("No further details."));
        return ExitCode.FAILED;
    }

    private Answer post(String path, String type, BodyPublisher body, ProgressPrinter progress) throws IOException {
        Answer answer = ask(request(path).header("Content-Type", type).POST(body).build());
        while (answer.status() == GOES_ON) {
            answer = later(progress);
        }
        return answer;
    }

    /** Waits, and returns the result of the job, or its progress while it runs. */
    private Answer later(ProgressPrinter progress) throws IOException {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        JsonNode status = ask(request("/admin/status").GET().build()).body();
        JsonNode running = status.path("running");
        if (running.isObject()) {
            progress.at(running.path("step").asText("waiting"), running.path("done").asLong(), running.path("total").asLong());
            return new Answer(GOES_ON, status);
        }
        return new Answer(status.at("/last/status").asInt(), status.at("/last/answer"));
    }

    private HttpRequest.Builder request(String path) throws IOException {
        String token = tokenFile != null ? Files.readString(tokenFile).strip() : System.getenv(TOKEN);
        if (token == null || token.isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "The admin API requires a token. Name a file with --token-file, or set " + TOKEN + ".");
        }
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private Answer ask(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new IOException("The server at " + server + " does not answer. Check that it is running, and that its address"
                    + " is right.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Parses the response. A response that is not JSON comes from another port, or from a server whose admin API is closed. */
    private static JsonNode json(String body) {
        ObjectMapper mapper = new ObjectMapper();
        try {
            return mapper.readTree(body);
        } catch (IOException e) {
            return mapper.createObjectNode().put("message",
                    "There is no admin API at this address. It has the management port of the server, such as 9000, and is closed"
                            + " until footnote.admin.token is set on the server.");
        }
    }
}
