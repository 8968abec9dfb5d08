package dev.footnote.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.footnote.errand.Remote;
import dev.footnote.terminal.Gauge;
import dev.footnote.terminal.Release;
import dev.footnote.terminal.Status;
import dev.footnote.terminal.Usual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the file of a database. */
@Command(name = "backup", versionProvider = Release.class, description = {
        "Copies the file of an H2, as of one moment, into a zip from which restore makes it again. With"
                + " --server a server that runs copies its own, into the folder that is set for that on its side; without, no"
                + " server may have the file open.",
        "",
        "A PostgreSQL is backed up by pg_dump, which knows it best." }, footer = { "", "Examples:",
                "  footnote backup --database ./facts facts-backup.zip",
                "  footnote backup --server http://localhost:8080 --token-file token" })
final class Backup implements Callable<Integer> {

    @Mixin
    private Usual usual;

    @Mixin
    private Home home;

    @Mixin
    private Remote remote;

    @Parameters(paramLabel = "ZIP", arity = "0..1", description = "The zip to write; not with --server, which names it itself.")
    private Path zip;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (remote.isGiven() ? zip != null : zip == null) {
            throw new ParameterException(spec.commandLine(), "Name the zip to write, or with --server none.");
        }
        return remote.isGiven() ? remotely() : here();
    }

    private int remotely() throws IOException {
        try (Gauge gauge = new Gauge(spec.commandLine().getErr(), "backing up")) {
            Remote.Answer answer = remote.backup(gauge);
            return answer.status() == 201 ? told("the server's database, in its " + answer.body().path("file").asText())
                    : remote.refused(answer);
        }
    }

    private int here() {
        Path file = home.existing();
        if (Files.exists(zip)) {
            throw new ParameterException(spec.commandLine(), zip + " is there already. Nothing is overwritten.");
        }
        return Engine.run(engine -> {
            engine.backup(zip);
            return told(file + ", in " + zip);
        }).tell(spec.commandLine().getErr());
    }

    private int told(String what) {
        spec.commandLine().getOut().println("Backed up " + what + ".");
        spec.commandLine().getOut().flush();
        return Status.DONE;
    }
}
