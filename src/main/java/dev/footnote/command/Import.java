package dev.footnote.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.footnote.terminal.Release;
import dev.footnote.terminal.Report;
import dev.footnote.terminal.Usual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings a dataset into a database that lasts. */
@Command(name = "import", versionProvider = Release.class, description = {
        "Checks a dataset whole and writes it to the database whole; where anything is wrong, every fault is"
                + " printed and the database stays as it is. The same dataset again changes nothing.",
        "",
        "A server on the same PostgreSQL goes on serving, and answers from the new dataset as soon as this is done."
                + " The file of an H2 is open to one process at a time: stop its server first." }, footer = { "", "Examples:",
                        "  footnote import my-facts --database ./facts",
                        "  footnote import my-facts --database 'jdbc:postgresql://host/facts?user=me&password=...'",
                        "  footnote import my-facts --database ./facts --format json > report.ndjson" })
final class Import implements Callable<Integer> {

    @Mixin
    private Usual usual;

    @Mixin
    private Home home;

    @Mixin
    private Report report;

    @Mixin
    private Given given;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        home.settleLasting("import");
        Path dataset = given.dataset();
        return Engine.run(engine -> engine.take(dataset, report, spec.commandLine()))
                .tell(spec.commandLine().getErr());
    }
}
