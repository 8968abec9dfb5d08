package dev.footnote.assembly;

import java.nio.file.Path;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

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

/** Reads the trusted documents and takes the dataset in before the first question is asked. */
@Singleton
class Opening {

    private static final Logger LOG = Logger.getLogger(Opening.class);

    void start(@Observes StartupEvent event, DocumentConfig trusted, Documents documents, ImportConfig dataset,
            Importer importer) {
        try {
            documents.trust(new Shelf(trusted.folder().map(Path::of).orElse(null)));
            importer.take(dataset.folder().map(Path::of).orElse(null), Progress.NONE);
        } catch (BrokenDocuments | BrokenDataset e) {
            LOG.error(e.getMessage());
            // the one ends the process, the other the start; without the first the process would wait for a server for ever
            Quarkus.asyncExit(1);
            throw new PreventFurtherStepsException(1);
        }
    }
}
