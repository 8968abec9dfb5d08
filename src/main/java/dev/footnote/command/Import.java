package dev.footnote.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import dev.footnote.errand.Remote;
import dev.footnote.terminal.Findings;
import dev.footnote.terminal.Gauge;
import dev.footnote.terminal.Release;
import dev.footnote.terminal.Report;
import dev.footnote.terminal.Transcription;
import dev.footnote.terminal.Usual;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings a dataset into a database that lasts. */
@Command(name = "import", versionProvider = Release.class, description = {
        "Checks a dataset whole and writes it to the database whole; where anything is wrong, every fault is"
                + " printed and the database stays as it is. The same dataset again changes nothing.",
        "",
        "A server on the same PostgreSQL goes on serving, and answers from the new dataset as soon as this is done."
                + " The file of an H2 is open to one process at a time: stop its server first, or have it import with"
                + " --server." }, footer = { "", "Examples:",
                        "  footnote import my-facts --database ./facts",
                        "  footnote import my-facts --database 'jdbc:postgresql://host/facts?user=me&password=...'",
                        "  footnote import my-facts --server http://localhost:8080 --token-file token",
                        "  footnote import my-facts --database ./facts --format json > report.ndjson" })
final class Import implements Callable<Integer> {

    @Mixin
    private Usual usual;

    @Mixin
    private Home home;

    @Mixin
    private Remote remote;

    @Mixin
    private Report report;

    @Mixin
    private Given given;

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
        return Engine.run(engine -> engine.take(given, report, line)).tell(line.getErr());
    }

    private int remotely(Path dataset, CommandLine line) throws IOException {
        long begun = System.nanoTime();
        Remote.Answer answer;
        try (Gauge gauge = new Gauge(line.getErr(), "sending " + dataset)) {
            answer = remote.send(dataset, gauge);
        }
        if (!answer.body().has("imported")) {
            return remote.refused(answer);
        }
        Findings found = Findings.of(dataset.toString(), answer.body());
        try (Transcription transcription = report.transcription()) {
            transcription.addAll(found);
        }
        return report.print(line.getOut(), found,
                Findings.Written.of(answer.body(), Duration.ofNanos(System.nanoTime() - begun)));
    }
}
