package dev.footnote.command;

import java.nio.file.Files;
import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The dataset that a verb is given, looked at before the application is started for it. */
@Command
final class Given {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "DATASET", description = "The dataset: a folder, a zip of one, or a file of"
            + " entities of FollowTheMoney that ends with .json or .ndjson.")
    private Path dataset;

    @Option(names = "--mapping", paramLabel = "FILE", description = "How the package of somebody else is read;"
            + " without, footnote.json beside it says so, where there is one.")
    private Path mapping;

    /** @return null where none is named */
    Path mapping() {
        if (mapping != null && !Files.isReadable(mapping)) {
            throw new ParameterException(spec.commandLine(), "There is no " + mapping + " that can be read.");
        }
        return mapping;
    }

    Path dataset() {
        if (!Files.exists(dataset)) {
            throw new ParameterException(spec.commandLine(),
                    "There is no " + dataset
                            + ". Name the folder or the zip of a dataset; footnote init makes one to start from.");
        }
        return dataset;
    }
}
