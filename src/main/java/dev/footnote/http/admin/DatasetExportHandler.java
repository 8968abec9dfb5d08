package dev.footnote.http.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Singleton;

import dev.footnote.dataset.export.DatasetExporter;
import dev.footnote.dataset.export.DatasetFormat;
import dev.footnote.dataset.output.OutputTarget;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;

/** Writes the dataset to a temporary file, which is sent and then deleted. */
@Singleton
class DatasetExportHandler {

    private final DatasetExporter archive;

    DatasetExportHandler(DatasetExporter archive) {
        this.archive = archive;
    }

    Future<Path> write(DatasetFormat form, WorkerExecutor worker, JobStatus jobs) {
        return worker.executeBlocking(() -> {
            Path file = Files.createTempFile("footnote-", "." + form.ending());
            try {
                archive.write(form, OutputTarget.file(file, true), jobs::at);
                return file;
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        }, false);
    }
}
