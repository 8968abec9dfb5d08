package dev.footnote.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import dev.footnote.cli.output.ReportPrinter;
import dev.footnote.cli.output.StandardOptions;
import dev.footnote.cli.output.VersionProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks a dataset without importing it. */
@Command(name = "check", versionProvider = VersionProvider.class, description = {
        "Prints every fault of a dataset, with its file, line and column and what to do about it. It writes"
                + " nothing to a database.",
        "", "If there are many, three of each cause are printed and all are counted; --report writes all of them."
                + " A delta is checked against the dataset in --database; without it, the records that it"
                + " refers to are unknown." }, footer = {
                        "", "Examples:", "  footnote check my-facts",
                        "  footnote check my-facts --strict --format json" })
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private StandardOptions defaultValue;

    @Mixin
    private DatabaseOptions home;

    @Mixin
    private ReportPrinter report;

    @Mixin
    private DatasetOption given;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        given.dataset();
        try (TempDirectory scratch = home.isGiven() ? null : new TempDirectory()) {
            if (scratch == null) {
                home.settle();
            } else {
                DatabaseOptions.settle(scratch.file());
            }
            return CommandRuntime.run(engine -> engine.check(given, report, spec.commandLine()))
                    .tell(spec.commandLine().getErr());
        }
    }
}
