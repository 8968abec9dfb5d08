package dev.footnote.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.footnote.cli.output.StandardOptions;
import dev.footnote.cli.output.VersionProvider;
import dev.footnote.dataset.export.DatasetFormat;
import dev.footnote.dataset.output.OutputTarget;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exports the dataset of a database. */
@Command(name = "export", versionProvider = VersionProvider.class, description = {
        "Exports everything in a database, as of one point in time. What the format cannot hold is counted and listed.",
        "",
        "The name of the target sets the format: .zip is a Data Package in one file, .ftm.json is FollowTheMoney, .jsonld is"
                + " JSON-LD; any other name is the folder of a Data Package." }, footer = { "", "Examples:",
                        "  footnote export --database ./facts facts-of-march",
                        "  footnote export --database ./facts --replace facts.zip",
                        "  footnote export --database 'jdbc:postgresql://host/facts?user=me&password=...' facts.ftm.json" })
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private StandardOptions defaultValue;

    @Mixin
    private DatabaseOptions home;

    @Option(names = "--replace", description = "Replace an existing target. Without it, nothing is overwritten.")
    private boolean replace;

    @Parameters(paramLabel = "TARGET", description = "The folder or the file to write.")
    private Path path;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        home.settleLasting("export");
        CommandLine line = spec.commandLine();
        if (home.file().isPresent()) {
            // otherwise a missing file would be created, only to be found empty
            home.existing();
        }
        DatasetFormat form = form();
        OutputTarget target = form == DatasetFormat.DATA_PACKAGE && !path.toString().endsWith(".zip")
                ? OutputTarget.folder(path, replace)
                : OutputTarget.file(path, replace);
        if (!replace && Files.exists(path) && !Files.isDirectory(path)) {
            throw new ParameterException(line, path + " already exists. Name another target, or use --replace.");
        }
        return CommandRuntime.run(engine -> engine.write(form, target, path, line)).tell(line.getErr());
    }

    private DatasetFormat form() {
        for (DatasetFormat form : DatasetFormat.values()) {
            if (path.toString().endsWith("." + form.ending())) {
                return form;
            }
        }
        return DatasetFormat.DATA_PACKAGE;
    }
}
