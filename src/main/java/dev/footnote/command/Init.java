package dev.footnote.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.footnote.blank.Blank;
import dev.footnote.terminal.Release;
import dev.footnote.terminal.Status;
import dev.footnote.terminal.Usual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a dataset to start from. */
@Command(name = "init", versionProvider = Release.class, description = {
        "Makes the folder of a new dataset: a datapackage.json, a CSV file for each kind of record with its"
                + " columns, a README that says what each column holds, and one worked example each of a source, an"
                + " organization and a person.",
        "", "Nothing is overwritten: the folder must not be there, or be empty." }, footer = { "", "Example:",
                "  footnote init my-facts" })
final class Init implements Callable<Integer> {

    @Mixin
    private Usual usual;

    @Parameters(paramLabel = "FOLDER", description = "The folder to make.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try {
            new Blank().write(folder);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("Made " + folder + ". Its README.md says what each column holds; fill in the files, then:");
        out.println("  footnote check " + folder);
        out.println("  footnote serve --dataset " + folder);
        out.flush();
        return Status.DONE;
    }
}
