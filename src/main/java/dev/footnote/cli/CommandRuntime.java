package dev.footnote.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;

import jakarta.inject.Singleton;

import dev.footnote.cli.output.*;
import dev.footnote.database.H2Backup;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import dev.footnote.dataset.export.DatasetExporter;
import dev.footnote.dataset.export.DatasetFormat;
import dev.footnote.dataset.export.ExportSummary;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.ImportResult;
import dev.footnote.dataset.merge.ChangeCounts;
import dev.footnote.dataset.output.OutputExistsException;
import dev.footnote.dataset.output.OutputTarget;
import dev.footnote.metamodel.Metamodel;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import picocli.CommandLine;

/** Runs the application for one command, and stops it afterwards. */
@Singleton
@Unremovable
final class CommandRuntime implements QuarkusApplication {

    private static final AtomicReference<ToIntFunction<CommandRuntime>> WORK = new AtomicReference<>();

    private final DatasetImporter importer;
    private final H2Backup backup;
    private final DatasetExporter exporter;
    private final Metamodel metamodel;

    CommandRuntime(DatasetImporter importer, H2Backup backup, DatasetExporter exporter, Metamodel metamodel) {
        this.metamodel = metamodel;
        this.importer = importer;
        this.backup = backup;
        this.exporter = exporter;
    }

    void backup(Path zip) {
        backup.write(zip);
    }

    void init(Path folder) {
        try {
            new DatasetScaffold(metamodel).write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written", e);
        }
    }

    int take(DatasetOption given, ReportPrinter report, CommandLine line) {
        Path dataset = given.dataset();
        long begun = System.nanoTime();
        AtomicReference<ValidationFindings.Written> written = new AtomicReference<>();
        ValidationFindings found = found(dataset, report, "importing ", line, (problems, progress) -> {
            ImportResult outcome = importer.take(dataset, given.mapping(), problems, progress::at);
            ChangeCounts changes = outcome.changes();
            written.set(new ValidationFindings.Written(outcome.same(), changes.added(), changes.changed(), changes.deleted(),
                    Duration.ofNanos(System.nanoTime() - begun)));
        });
        return report.print(line.getOut(), found, written.get());
    }

    /** Reads a dataset, and reports problems and progress. */
    private interface Reading {
        void read(DatasetProblems problems, ProgressPrinter progress);
    }

    private static ValidationFindings found(Path dataset, ReportPrinter report, String work, CommandLine line,
            Reading reading) {
        try (FindingsCsvWriter transcription = report.transcription();
                ProgressPrinter progress = new ProgressPrinter(line.getErr(), work + dataset)) {
            ValidationFindings found;
            try {
                DatasetProblems problems = new DatasetProblems(transcription);
                reading.read(problems, progress);
                found = ValidationFindings.of(dataset.toString(), problems);
            } catch (InvalidDatasetException broken) {
                found = ValidationFindings.of(dataset.toString(), broken);
            }
            transcription.addAll(found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written", e);
        }
    }

    int check(DatasetOption given, ReportPrinter report, CommandLine line) {
        Path dataset = given.dataset();
        ValidationFindings found = found(dataset, report, "checking ", line,
                (problems, progress) -> importer.check(dataset, given.mapping(), problems, progress::at));
        return report.print(line.getOut(), found, null);
    }

    int write(DatasetFormat form, OutputTarget target, Path path, CommandLine line) {
        try (ProgressPrinter progress = new ProgressPrinter(line.getErr(), "writing " + path)) {
            ExportSummary written = exporter.write(form, target, progress::at);
            progress.close();
            written.records().forEach((what, count) -> line.getOut().printf(Locale.ROOT, "%,12d %s%n", count, what));
            written.losses().forEach((what, count) -> line.getOut().printf(Locale.ROOT, "lost: %,d %s%n", count, what));
            line.getOut().printf(Locale.ROOT, "Wrote %,d records to %s.%n", written.total(), path);
            line.getOut().flush();
            return ExitCode.DONE;
        } catch (OutputExistsException e) {
            line.getErr().println(e.getMessage());
            return ExitCode.USAGE;
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    @Override
    public int run(String... arguments) {
        return WORK.get().applyAsInt(this);
    }

    /** Runs one task without opening a port, and without log output below warnings. */
    static ExitResult run(ToIntFunction<CommandRuntime> work) {
        set("quarkus.http.host-enabled", "false");
        set("quarkus.management.host-enabled", "false");
        set("footnote.opening.enabled", "false");
        // no waiting, because a user at the command line sees that the database is down and can try again
        set("footnote.database.patience", "0s");
        set("quarkus.banner.enabled", "false");
        set("quarkus.log.level", "WARN");
        set("quarkus.log.console.stderr", "true");
        WORK.set(work);
        return start(CommandRuntime.class);
    }

    /** Serves until the process is stopped. */
    static ExitResult serve() {
        return start(null);
    }

    private static ExitResult start(Class<? extends QuarkusApplication> application) {
        AtomicReference<ExitResult> ending = new AtomicReference<>();
        Quarkus.run(application,
                (status, failure) -> ending.set(failure == null ? ExitResult.with(status) : ExitResult.of(failure)));
        return ending.get();
    }

    private static void set(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
