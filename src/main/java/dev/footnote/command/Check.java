package dev.footnote.command;

import java.io.IOException;
import java.util.concurrent.Callable;

import dev.footnote.terminal.Release;
import dev.footnote.terminal.Report;
import dev.footnote.terminal.Usual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is wrong with a dataset, and writes it nowhere. */
@Command(name = "check", versionProvider = Release.class, description = {
        "Prints every fault of a dataset, with its file, line and column and what to do about it, and writes"
                + " the dataset nowhere.",
        "", "Where there are many, three of each cause are printed and all are counted; --report writes all of them."
                + " A delta is checked against the dataset that --database holds, and only then knows its records." }, footer = {
                        "", "Examples:", "  footnote check my-facts",
                        "  footnote check my-facts --strict --format json" })
final class Check implements Callable<Integer> {

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
    public Integer call() throws IOException {
        given.dataset();
        try (Scratch scratch = home.isGiven() ? null : new Scratch()) {
            if (scratch == null) {
                home.settle();
            } else {
                Home.settle(scratch.file());
            }
            return Engine.run(engine -> engine.check(given, report, spec.commandLine()))
                    .tell(spec.commandLine().getErr());
        }
    }
}
