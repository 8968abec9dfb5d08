package dev.footnote.transfer;

import java.nio.file.Path;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.folder.BrokenDataset;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;

/** Takes the dataset in before the first question is asked. */
@Singleton
class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class);

    void start(@Observes StartupEvent event, ImportConfig config, Importer importer) {
        try {
            importer.take(config.folder().map(Path::of).orElse(null));
        } catch (BrokenDataset e) {
            LOG.error(e.getMessage());
            // the one ends the process, the other the start; without the first the process would wait for a server for ever
            Quarkus.asyncExit(1);
            throw new PreventFurtherStepsException(1);
        }
    }
}
