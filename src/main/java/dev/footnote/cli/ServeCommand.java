package dev.footnote.cli;

import java.nio.file.Files;
import java.util.concurrent.Callable;

import dev.footnote.cli.output.StandardOptions;
import dev.footnote.cli.output.VersionProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a dataset until the process is stopped. */
@Command(name = "serve", versionProvider = VersionProvider.class, description = {
        "Serves a dataset until it is stopped. This is the default command.", "",
        "With --dataset, that dataset is imported first. Without it, the dataset in the database is served; an"
                + " empty database gets the dataset that ships with Footnote." }, footer = { "", "Examples:",
                        "  footnote serve",
                        "  footnote serve --dataset my-facts --port 8081",
                        "  footnote serve --database ./facts" })
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private StandardOptions defaultValue;

    @Mixin
    private DatabaseOptions home;

    @Option(names = "--dataset", paramLabel = "DATASET", description = "The dataset to import first, and to serve.")
    private String dataset;

    @Option(names = "--port", paramLabel = "PORT", description = "The port. Default: 8080; 0 for any free port.")
    private Integer port;

    @Option(names = "--management-port", paramLabel = "PORT", description = "The port for health, metrics and the admin API."
            + " Default: 9000, or any free port if another program has that; 0 for any free port.")
    private Integer managementPort;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        home.settle();
        home.file().filter(file -> !Files.exists(file)).ifPresent(file -> spec.commandLine().getErr()
                .println("There is no database at " + file + " yet. It will be created."));
        if (dataset != null) {
            System.setProperty("footnote.dataset", dataset);
        }
        if (port != null) {
            System.setProperty("quarkus.http.port", port.toString());
        }
        if (managementPort != null) {
            ManagementPort.set(managementPort);
        } else {
            ManagementPort.setDefault(spec.commandLine().getErr());
        }
        return CommandRuntime.serve().tell(spec.commandLine().getErr());
    }
}
