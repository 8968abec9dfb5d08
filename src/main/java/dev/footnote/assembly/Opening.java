package dev.footnote.assembly;

import java.nio.file.Path;
import java.util.logging.Level;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.database.Database;
import dev.footnote.document.BrokenDocuments;
import dev.footnote.document.DocumentConfig;
import dev.footnote.document.Documents;
import dev.footnote.document.Shelf;
import dev.footnote.folder.BrokenDataset;
import dev.footnote.staging.Progress;
import dev.footnote.transfer.ImportConfig;
import dev.footnote.transfer.Importer;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.shutdown.ShutdownRecorder;

/**
 * Reads the trusted documents and takes the dataset in before the first question is asked. A database that holds a dataset
 * already keeps it, where no other is named.
 */
@Singleton
class Opening {

    private static final Logger LOG = Logger.getLogger(Opening.class);

    private final OpeningConfig config;
    private final ImportConfig dataset;
    private final Importer importer;
    private final Database database;

    Opening(OpeningConfig config, ImportConfig dataset, Importer importer, Database database) {
        this.config = config;
        this.dataset = dataset;
        this.importer = importer;
        this.database = database;
    }

    void start(@Observes StartupEvent event, DocumentConfig trusted, Documents documents) throws Exception {
        if (!config.enabled()) {
            return;
        }
        try {
            documents.trust(new Shelf(trusted.folder().map(Path::of).orElse(null)));
            open();
        } catch (BrokenDocuments | BrokenDataset e) {
            LOG.error(e.getMessage());
            // because a start that is given up is stopped twice, and the second time says in a stack that nothing is left to stop
            java.util.logging.Logger.getLogger(ShutdownRecorder.class.getName()).setLevel(Level.OFF);
            // the one ends the process, the other the start; without the first the process would wait for a server for ever
            Quarkus.asyncExit(1);
            throw new PreventFurtherStepsException(1);
        }
    }

    private void open() throws Exception {
        if (dataset.folder().isPresent() || !database.imported()) {
            importer.take(dataset.folder().map(Path::of).orElse(null), Progress.NONE);
        } else {
            importer.renew();
        }
    }
}
