package dev.footnote.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Singleton;

import dev.footnote.archive.Archive;
import dev.footnote.archive.Form;
import dev.footnote.destination.Target;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;

/** Writes the dataset to a file that is sent and thrown away. */
@Singleton
class Exports {

    private final Archive archive;

    Exports(Archive archive) {
        this.archive = archive;
    }

    Future<Path> write(Form form, WorkerExecutor worker, Ledger ledger) {
        return worker.executeBlocking(() -> {
            Path file = Files.createTempFile("footnote-", "." + form.ending());
            try {
                archive.write(form, Target.file(file, true), ledger::at);
                return file;
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        }, false);
    }
}
