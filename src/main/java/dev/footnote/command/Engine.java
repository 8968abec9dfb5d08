package dev.footnote.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;

import jakarta.inject.Singleton;

import dev.footnote.archive.Archive;
import dev.footnote.archive.Form;
import dev.footnote.database.Backup;
import dev.footnote.destination.Occupied;
import dev.footnote.destination.Target;
import dev.footnote.folder.BrokenDataset;
import dev.footnote.folder.Faults;
import dev.footnote.merging.Changes;
import dev.footnote.rendition.Written;
import dev.footnote.terminal.Ending;
import dev.footnote.terminal.Findings;
import dev.footnote.terminal.Gauge;
import dev.footnote.terminal.Report;
import dev.footnote.terminal.Status;
import dev.footnote.terminal.Transcription;
import dev.footnote.transfer.Importer;
import dev.footnote.transfer.Outcome;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import picocli.CommandLine;

/** The application as a verb uses it: started for one piece of work, and stopped behind it. */
@Singleton
@Unremovable
final class Engine implements QuarkusApplication {

    private static final AtomicReference<ToIntFunction<Engine>> WORK = new AtomicReference<>();

    private final Importer importer;
    private final Backup backup;
    private final Archive archive;

    Engine(Importer importer, Backup backup, Archive archive) {
        this.importer = importer;
        this.backup = backup;
        this.archive = archive;
    }

    void backup(Path zip) {
        backup.write(zip);
    }

    int take(Given given, Report report, CommandLine line) {
        Path dataset = given.dataset();
        long begun = System.nanoTime();
        AtomicReference<Findings.Written> written = new AtomicReference<>();
        Findings found = found(dataset, report, "importing ", line, (faults, gauge) -> {
            Outcome outcome = importer.take(dataset, given.mapping(), faults, gauge::at);
            Changes changes = outcome.changes();
            written.set(new Findings.Written(outcome.same(), changes.added(), changes.changed(), changes.deleted(),
                    Duration.ofNanos(System.nanoTime() - begun)));
        });
        return report.print(line.getOut(), found, written.get());
    }

    /** Reads a dataset, and tells somebody what is found in it. */
    private interface Reading {
        void read(Faults faults, Gauge gauge);
    }

    private static Findings found(Path dataset, Report report, String work, CommandLine line, Reading reading) {
        try (Transcription transcription = report.transcription(); Gauge gauge = new Gauge(line.getErr(), work + dataset)) {
            Findings found;
            try {
                Faults faults = new Faults(transcription);
                reading.read(faults, gauge);
                found = Findings.of(dataset.toString(), faults);
            } catch (BrokenDataset broken) {
                found = Findings.of(dataset.toString(), broken);
            }
            transcription.addAll(found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written", e);
        }
    }

    int check(Given given, Report report, CommandLine line) {
        Path dataset = given.dataset();
        Findings found = found(dataset, report, "checking ", line,
                (faults, gauge) -> importer.check(dataset, given.mapping(), faults, gauge::at));
        return report.print(line.getOut(), found, null);
    }

    int write(Form form, Target target, Path path, CommandLine line) {
        try (Gauge gauge = new Gauge(line.getErr(), "writing " + path)) {
            Written written = archive.write(form, target, gauge::at);
            gauge.close();
            written.records().forEach((what, count) -> line.getOut().printf(Locale.ROOT, "%,12d %s%n", count, what));
            written.losses().forEach((what, count) -> line.getOut().printf(Locale.ROOT, "lost: %,d %s%n", count, what));
            line.getOut().printf(Locale.ROOT, "Wrote %,d records to %s.%n", written.total(), path);
            line.getOut().flush();
            return Status.DONE;
        } catch (Occupied e) {
            line.getErr().println(e.getMessage());
            return Status.USAGE;
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    @Override
    public int run(String... arguments) {
        return WORK.get().applyAsInt(this);
    }

    /** Does a piece of work, with no port open and nothing said that the work does not say. */
    static Ending run(ToIntFunction<Engine> work) {
        set("quarkus.http.host-enabled", "false");
        set("footnote.opening.enabled", "false");
        // because whoever types a command sees at once that the database is away, and types it again
        set("footnote.database.patience", "0s");
        set("quarkus.banner.enabled", "false");
        set("quarkus.log.level", "WARN");
        set("quarkus.log.console.stderr", "true");
        WORK.set(work);
        return start(Engine.class);
    }

    /** Serves until the process is stopped. */
    static Ending serve() {
        return start(null);
    }

    private static Ending start(Class<? extends QuarkusApplication> application) {
        AtomicReference<Ending> ending = new AtomicReference<>();
        Quarkus.run(application, (status, failure) -> ending.set(failure == null ? Ending.with(status) : Ending.of(failure)));
        return ending.get();
    }

    private static void set(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
