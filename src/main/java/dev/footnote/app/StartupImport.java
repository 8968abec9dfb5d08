package dev.footnote.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.database.Database;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.ImportConfig;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.query.document.BuiltInDocuments;
import dev.footnote.query.document.DocumentCache;
import dev.footnote.query.document.DocumentConfig;
import dev.footnote.query.document.InvalidTrustedDocumentsException;
import dev.footnote.query.document.TrustedDocumentLoader;
import io.quarkus.arc.All;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.shutdown.ShutdownRecorder;

/**
 * Reads the trusted documents and imports the dataset before the first request. A database that already contains a dataset
 * keeps it, unless another dataset is configured.
 */
@Singleton
class StartupImport {

    private static final Logger LOG = Logger.getLogger(StartupImport.class);

    private final StartupConfig config;
    private final ImportConfig dataset;
    private final DatasetImporter importer;
    private final Database database;

    StartupImport(StartupConfig config, ImportConfig dataset, DatasetImporter importer, Database database) {
        this.config = config;
        this.dataset = dataset;
        this.importer = importer;
        this.database = database;
    }

    void start(@Observes StartupEvent event, DocumentConfig trusted, DocumentCache documents,
            @All List<BuiltInDocuments> builtIn)
            throws Exception {
        if (!config.enabled()) {
            return;
        }
        try {
            Map<String, String> own = new TreeMap<>();
            builtIn.forEach(brought -> own.putAll(brought.texts()));
            documents.trust(new TrustedDocumentLoader(trusted.folder().map(Path::of).orElse(null), own));
            open();
        } catch (InvalidTrustedDocumentsException | InvalidDatasetException e) {
            LOG.error(e.getMessage());
            // because an aborted startup is stopped twice, and the second stop logs a stack trace saying that nothing is left
            // to stop
            java.util.logging.Logger.getLogger(ShutdownRecorder.class.getName()).setLevel(Level.OFF);
            // the first ends the process, the second the startup; without the first, the process would wait forever for a
            // server
            Quarkus.asyncExit(1);
            throw new PreventFurtherStepsException(1);
        }
    }

    private void open() throws Exception {
        Path folder = dataset.folder().map(Path::of).orElse(null);
        if (folder != null && database.imported() && importer.wouldReplaceEdits(folder)) {
            LOG.warnf(
                    "The dataset was edited since it was imported, so the changed files in %s are not imported. To replace the"
                            + " edits, import them by: footnote import %s. To keep both, export the database first.",
                    folder, folder);
            importer.renew();
        } else if (folder != null || !database.imported()) {
            importer.take(folder, ProgressListener.NONE);
        } else {
            importer.renew();
        }
    }
}
