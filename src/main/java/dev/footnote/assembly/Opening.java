package dev.footnote.assembly;

import java.nio.file.Path;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.document.BrokenDocuments;
import dev.footnote.document.DocumentConfig;
import dev.footnote.document.Documents;
import dev.footnote.document.Shelf;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;

/** Reads the trusted documents before the first question is asked. */
@Singleton
class Opening {

    private static final Logger LOG = Logger.getLogger(Opening.class);

    void start(@Observes StartupEvent event, DocumentConfig config, Documents documents) {
        try {
            documents.trust(new Shelf(config.folder().map(Path::of).orElse(null)));
        } catch (BrokenDocuments e) {
            LOG.error(e.getMessage());
            // the one ends the process, the other the start; without the first the process would wait for a server for ever
            Quarkus.asyncExit(1);
            throw new PreventFurtherStepsException(1);
        }
    }
}
