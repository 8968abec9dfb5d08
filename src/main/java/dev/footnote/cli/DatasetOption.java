package dev.footnote.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Arguments that select the dataset. They are checked before the application starts. */
@Command
final class DatasetOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "DATASET", description = "The dataset: a folder, a zip of one, or a file of"
            + " entities of FollowTheMoney that ends with .json or .ndjson.")
    private Path dataset;

    @Option(names = "--mapping", paramLabel = "FILE", description = "The mapping for a package that was not"
            + " written for Footnote."
            + " Default: footnote.json in the package, if it exists.")
    private Path mapping;

    /** @return null if no mapping is given */
    Path mapping() {
        if (mapping != null && !Files.isReadable(mapping)) {
            throw new ParameterException(spec.commandLine(), "There is no readable file " + mapping + ".");
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
