package dev.footnote.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.footnote.cli.output.ExitCode;
import dev.footnote.cli.output.ProgressPrinter;
import dev.footnote.cli.output.StandardOptions;
import dev.footnote.cli.output.VersionProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Backs up an H2 database file. */
@Command(name = "backup", versionProvider = VersionProvider.class, description = {
        "Copies an H2 database file, as of one point in time, to a zip that restore can read. With"
                + " --server, a running server copies its own file to the backup folder in its settings. Without it, no"
                + " server may have the file open.",
        "",
        "Back up a PostgreSQL database with pg_dump." }, footer = { "", "Examples:",
                "  footnote backup --database ./facts facts-backup.zip",
                "  footnote backup --server http://localhost:9000 --token-file token" })
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private StandardOptions defaultValue;

    @Mixin
    private DatabaseOptions home;

    @Mixin
    private AdminClient remote;

    @Parameters(paramLabel = "ZIP", arity = "0..1", description = "The zip to write. Omit it with --server: the server"
            + " chooses the name.")
    private Path zip;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (remote.isGiven() ? zip != null : zip == null) {
            throw new ParameterException(spec.commandLine(), "Name the zip to write, but not with --server.");
        }
        return remote.isGiven() ? remotely() : here();
    }

    private int remotely() throws IOException {
        try (ProgressPrinter progress = new ProgressPrinter(spec.commandLine().getErr(), "backing up")) {
            AdminClient.Answer answer = remote.backup(progress);
            return answer.status() == 201 ? told("the server's database, in its " + answer.body().path("file").asText())
                    : remote.refused(answer);
        }
    }

    private int here() {
        Path file = home.existing();
        if (Files.exists(zip)) {
            throw new ParameterException(spec.commandLine(), zip + " already exists. Nothing is overwritten.");
        }
        return CommandRuntime.run(engine -> {
            engine.backup(zip);
            return told(file + ", in " + zip);
        }).tell(spec.commandLine().getErr());
    }

    private int told(String what) {
        spec.commandLine().getOut().println("Backed up " + what + ".");
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
