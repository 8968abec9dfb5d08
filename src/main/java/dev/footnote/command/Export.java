package dev.footnote.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.footnote.archive.Form;
import dev.footnote.destination.Target;
import dev.footnote.terminal.Release;
import dev.footnote.terminal.Usual;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a dataset out of its database. */
@Command(name = "export", versionProvider = Release.class, description = {
        "Writes all that a database holds, as it is at one moment. What the form cannot hold is counted and named.",
        "",
        "A name that ends with .zip is a Data Package in one file, with .ftm.json entities of FollowTheMoney, with .jsonld a"
                + " document of JSON-LD; any other is the folder of a Data Package." }, footer = { "", "Examples:",
                        "  footnote export --database ./facts facts-of-march",
                        "  footnote export --database ./facts --replace facts.zip",
                        "  footnote export --database 'jdbc:postgresql://host/facts?user=me&password=...' facts.ftm.json" })
final class Export implements Callable<Integer> {

    @Mixin
    private Usual usual;

    @Mixin
    private Home home;

    @Option(names = "--replace", description = "Replace what is there; without, nothing is overwritten.")
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
            // because the file would be made, only to be found empty
            home.existing();
        }
        Form form = form();
        Target target = form == Form.DATA_PACKAGE && !path.toString().endsWith(".zip") ? Target.folder(path, replace)
                : Target.file(path, replace);
        if (!replace && Files.exists(path) && !Files.isDirectory(path)) {
            throw new ParameterException(line, path + " is there already. Name another, or say --replace.");
        }
        return Engine.run(engine -> engine.write(form, target, path, line)).tell(line.getErr());
    }

    private Form form() {
        for (Form form : Form.values()) {
            if (path.toString().endsWith("." + form.ending())) {
                return form;
            }
        }
        return Form.DATA_PACKAGE;
    }
}
