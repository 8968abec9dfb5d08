package dev.footnote.command;

import java.nio.file.Files;
import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The dataset that a verb is given, looked at before the application is started for it. */
@Command
final class Given {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "DATASET", description = "The dataset: a folder, or a zip of one.")
    private Path dataset;

    Path dataset() {
        if (!Files.exists(dataset)) {
            throw new ParameterException(spec.commandLine(),
                    "There is no " + dataset
                            + ". Name the folder or the zip of a dataset; footnote init makes one to start from.");
        }
        return dataset;
    }
}
