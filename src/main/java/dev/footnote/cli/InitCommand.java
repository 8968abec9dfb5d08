package dev.footnote.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.footnote.cli.output.ExitCode;
import dev.footnote.cli.output.StandardOptions;
import dev.footnote.cli.output.VersionProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates a new dataset. */
@Command(name = "init", versionProvider = VersionProvider.class, description = {
        "Creates the folder of a new dataset: a datapackage.json, a CSV file for each kind of record with its"
                + " columns, a README that says what each column holds, and one worked example each of a source, an"
                + " organization and a person.",
        "", "Nothing is overwritten: the folder must not exist, or must be empty." }, footer = { "", "Example:",
                "  footnote init my-facts" })
final class InitCommand implements Callable<Integer> {

    @Mixin
    private StandardOptions defaultValue;

    @Parameters(paramLabel = "FOLDER", description = "The folder to create.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try {
            DatasetScaffold.requireEmpty(folder);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        // the columns of the files come from the application, which needs a database, but nothing in it
        System.setProperty("footnote.database.url", "jdbc:h2:mem:init");
        return CommandRuntime.run(runtime -> {
            runtime.init(folder);
            return told();
        }).tell(spec.commandLine().getErr());
    }

    private int told() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Made " + folder + ". Its README.md says what each column holds; fill in the files, then:");
        out.println("  footnote check " + folder);
        out.println("  footnote serve --dataset " + folder);
        out.flush();
        return ExitCode.DONE;
    }
}
