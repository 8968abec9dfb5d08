package dev.footnote.dataset.export;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.inject.Singleton;

import dev.footnote.database.Database;
import dev.footnote.dataset.output.OutputTarget;
import dev.footnote.dataset.output.ZipOutput;
import dev.footnote.dataset.snapshot.DatabaseSnapshot;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.Metamodel;

/** Exports the dataset: everything in the database, in one snapshot. */
@Singleton
public class DatasetExporter {

    private final Metamodel metamodel;
    private final Database database;

    DatasetExporter(Metamodel metamodel, Database database) {
        this.metamodel = metamodel;
        this.database = database;
    }

    /**
     * Writes all records. It uses one connection, and its memory use does not grow with the number of records.
     *
     * @throws dev.footnote.dataset.output.OutputExistsException when the target exists; nothing was written
     * @throws IOException when the target cannot be written; existing files are unchanged
     * @throws dev.footnote.dataset.snapshot.DatabaseReadException when the database cannot be read
     */
    public ExportSummary write(DatasetFormat form, OutputTarget target, ProgressListener progress) throws IOException {
        if (target.takesFiles() && form != DatasetFormat.DATA_PACKAGE) {
            throw new IllegalArgumentException("Only a Data Package is written to a folder. Name a file.");
        }
        boolean zipped = form == DatasetFormat.DATA_PACKAGE && !target.takesFiles();
        try (OutputTarget.Draft draft = zipped ? new ZipOutput(target.begin()) : target.begin();
                DatabaseSnapshot snapshot = new DatabaseSnapshot(metamodel, database)) {
            ExportSummary written = switch (form) {
                case DATA_PACKAGE -> new DataPackageWriter(metamodel, snapshot, progress).write(draft);
                case FOLLOW_THE_MONEY -> new FtmWriter(snapshot, progress).write(draft);
                case JSON_LD -> new JsonLdWriter(snapshot, progress).write(draft);
            };
            draft.finish();
            return written;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
