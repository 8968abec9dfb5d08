package dev.footnote.dataset.importer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.hibernate.SessionFactory;

import dev.footnote.database.Database;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.history.History;
import dev.footnote.dataset.history.HistoryTables;
import dev.footnote.dataset.merge.ChangeCounts;
import dev.footnote.dataset.merge.ChangedRecords;
import dev.footnote.dataset.merge.CommitStrategy;
import dev.footnote.dataset.merge.ExclusiveWriter;
import dev.footnote.dataset.merge.StagingMerge;
import dev.footnote.dataset.staging.ImportContext;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.dataset.staging.StagingArea;
import dev.footnote.metamodel.Metamodel;
import io.quarkus.arc.All;

/** Applies edits by the rules of an import: all of an edit or, if there is any error, nothing. */
@Singleton
public class DatasetEditor {

    /** How long an edit waits for another writer. It is short, because waiting edits occupy threads that queries need. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Metamodel metamodel;
    private final Database database;
    private final SessionFactory sessions;
    private final List<DerivedData> derived;
    private final ExclusiveWriter writer;
    private final HistoryTables history;

    DatasetEditor(Metamodel metamodel, Database database, SessionFactory sessions, @All List<DerivedData> derived,
            ExclusiveWriter writer, HistoryTables history) {
        this.metamodel = metamodel;
        this.database = database;
        this.sessions = sessions;
        this.derived = derived;
        this.writer = writer;
        this.history = history;
    }

    /**
     * Applies an edit.
     *
     * @return the result; its revision is null in a dry run
     * @throws dev.footnote.dataset.datapackage.InvalidDatasetException with all errors; the database is unchanged
     * @throws dev.footnote.dataset.merge.WriterBusyException if somebody else writes for too long
     */
    public ImportResult apply(DatasetEdit edit) {
        return writer.run("the edit", PATIENCE, connection -> {
            DatasetProblems problems = new DatasetProblems();
            ImportContext importContext = new ImportContext(metamodel, edit.changes(problems), problems, ProgressListener.NONE);
            if (!edit.isNeeded()) {
                return new ImportResult(true, ChangeCounts.NONE, problems,
                        new DatasetRegistry(connection, sessions).commit(null));
            }
            try (StagingArea stage = new StagingArea(connection, database.dialect(), importContext, true)) {
                DatasetImporter.review(stage, importContext, connection);
                problems.stop();
                return edit.isDryRun() ? new ImportResult(true, ChangeCounts.NONE, problems, null)
                        : write(edit, stage, importContext, connection);
            }
        });
    }

    /** Work on what is kept beside the records. */
    @FunctionalInterface
    public interface HistoryWork {

        /** @return whether answers change, so that those that are kept are no longer valid */
        boolean on(Connection connection) throws SQLException;
    }

    /** Works on what is kept beside the records, in a transaction, while nobody else writes. @return what the work returns */
    public boolean maintain(HistoryWork work) {
        return writer.run("the history", connection -> {
            boolean changes = work.on(connection);
            DatasetRegistry register = new DatasetRegistry(connection, sessions);
            register.commit(changes ? register.held().orElse(null) : null);
            return changes;
        });
    }

    private ImportResult write(DatasetEdit edit, StagingArea stage, ImportContext importContext, Connection connection)
            throws SQLException {
        CommitStrategy commitStrategy = new CommitStrategy(connection, database.dialect(), false);
        History kept = history.next(connection, false);
        ChangeCounts changes = new StagingMerge(importContext, stage, commitStrategy, kept).run();
        ChangedRecords changed = edit.written(connection);
        DatasetRegistry register = new DatasetRegistry(connection, sessions);
        Optional<Dataset> before = register.held();
        String contents = before.map(Dataset::contents).orElse("");
        Dataset dataset = register.edited(before, kept);
        new DerivedDataUpdater(derived, connection, commitStrategy, ProgressListener.NONE).edited(contents, dataset, changed);
        stage.clear();
        return new ImportResult(false, changes, importContext.problems(), register.commit(dataset));
    }
}
