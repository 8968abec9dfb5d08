package dev.footnote.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import dev.footnote.cli.output.*;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Imports a dataset into a persistent database. */
@Command(name = "import", versionProvider = VersionProvider.class, description = {
        "Checks a dataset and imports all of it or nothing: if there is any fault, every fault is"
                + " printed and the database is unchanged. Importing the same dataset again changes nothing.",
        "",
        "A server on the same PostgreSQL keeps serving, and uses the new dataset as soon as the import is done."
                + " Only one process at a time can open an H2 file: stop its server first, or let the server import with"
                + " --server." }, footer = { "", "Examples:",
                        "  footnote import my-facts --database ./facts",
                        "  footnote import my-facts --database 'jdbc:postgresql://host/facts?user=me&password=...'",
                        "  footnote import my-facts --server http://localhost:9000 --token-file token",
                        "  footnote import my-facts --database ./facts --format json > report.ndjson" })
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private StandardOptions defaultValue;

    @Mixin
    private DatabaseOptions home;

    @Mixin
    private AdminClient remote;

    @Mixin
    private ReportPrinter report;

    @Mixin
    private DatasetOption given;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path dataset = given.dataset();
        CommandLine line = spec.commandLine();
        if (remote.isGiven()) {
            return remotely(dataset, line);
        }
        home.settleLasting("import");
        return CommandRuntime.run(engine -> engine.take(given, report, line)).tell(line.getErr());
    }

    private int remotely(Path dataset, CommandLine line) throws IOException {
        long begun = System.nanoTime();
        AdminClient.Answer answer;
        try (ProgressPrinter progress = new ProgressPrinter(line.getErr(), "sending " + dataset)) {
            answer = remote.send(dataset, progress);
        }
        if (!answer.body().has("imported")) {
            return remote.refused(answer);
        }
        ValidationFindings found = ValidationFindings.of(dataset.toString(), answer.body());
        try (FindingsCsvWriter transcription = report.transcription()) {
            transcription.addAll(found);
        }
        return report.print(line.getOut(), found,
                ValidationFindings.Written.of(answer.body(), Duration.ofNanos(System.nanoTime() - begun)));
    }
}
