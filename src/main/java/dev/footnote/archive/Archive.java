package dev.footnote.archive;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.inject.Singleton;

import dev.footnote.database.Database;
import dev.footnote.destination.Target;
import dev.footnote.destination.Zip;
import dev.footnote.graph.Graph;
import dev.footnote.inventory.Inventory;
import dev.footnote.rendition.FollowTheMoney;
import dev.footnote.rendition.LinkedData;
import dev.footnote.rendition.Written;
import dev.footnote.staging.Progress;

/** Writes a dataset out: all that the database holds, as it is at one moment. */
@Singleton
public class Archive {

    private final Graph graph;
    private final Database database;

    Archive(Graph graph, Database database) {
        this.graph = graph;
        this.database = database;
    }

    /**
     * Writes all records. It takes one connection while it does, and memory that does not grow with them.
     *
     * @throws dev.footnote.destination.Occupied when the target is taken; nothing was written
     * @throws IOException when the target cannot be written; what stood there before is there still
     * @throws dev.footnote.inventory.Unreadable when the database cannot be read
     */
    public Written write(Form form, Target target, Progress progress) throws IOException {
        if (target.takesFiles() && form != Form.DATA_PACKAGE) {
            throw new IllegalArgumentException("Only a Data Package is written to a folder. Name a file.");
        }
        boolean zipped = form == Form.DATA_PACKAGE && !target.takesFiles();
        try (Target.Draft draft = zipped ? new Zip(target.begin()) : target.begin();
                Inventory inventory = new Inventory(graph, database)) {
            Written written = switch (form) {
                case DATA_PACKAGE -> new DataPackage(graph, inventory, progress).write(draft);
                case FOLLOW_THE_MONEY -> new FollowTheMoney(inventory, progress).write(draft);
                case JSON_LD -> new LinkedData(inventory, progress).write(draft);
            };
            draft.finish();
            return written;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
