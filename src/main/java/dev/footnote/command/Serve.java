package dev.footnote.command;

import java.nio.file.Files;
import java.util.concurrent.Callable;

import dev.footnote.terminal.Release;
import dev.footnote.terminal.Usual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers questions until it is stopped. */
@Command(name = "serve", versionProvider = Release.class, description = {
        "Serves a dataset until it is stopped. It is the verb where none is given.", "",
        "With --dataset that dataset is imported first. Without, what the database holds is served; one that"
                + " holds nothing is given the dataset that ships with Footnote." }, footer = { "", "Examples:",
                        "  footnote serve",
                        "  footnote serve --dataset my-facts --port 9000",
                        "  footnote serve --database ./facts" })
final class Serve implements Callable<Integer> {

    @Mixin
    private Usual usual;

    @Mixin
    private Home home;

    @Option(names = "--dataset", paramLabel = "DATASET", description = "The dataset to import first, and to serve.")
    private String dataset;

    @Option(names = "--port", paramLabel = "PORT", description = "The port, 8080 if nothing else is said; 0 for any free one.")
    private Integer port;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        home.settle();
        home.file().filter(file -> !Files.exists(file)).ifPresent(file -> spec.commandLine().getErr()
                .println("There is no database at " + file + " yet. It is made now."));
        if (dataset != null) {
            System.setProperty("footnote.dataset", dataset);
        }
        if (port != null) {
            System.setProperty("quarkus.http.port", port.toString());
        }
        return Engine.serve().tell(spec.commandLine().getErr());
    }
}
