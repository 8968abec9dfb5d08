package dev.footnote.edit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import dev.footnote.database.Database;
import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.importer.DatasetEdit;
import dev.footnote.dataset.merge.ChangedRecords;
import dev.footnote.dataset.snapshot.DatabaseSnapshot;
import dev.footnote.edit.draft.CurrentRecords;
import dev.footnote.edit.draft.DraftDataset;
import dev.footnote.edit.draft.EditProblem;
import dev.footnote.edit.draft.EditProblems;
import dev.footnote.edit.draft.InputPath;
import dev.footnote.edit.draft.ProblemCode;
import dev.footnote.edit.draft.RecordDraft;
import dev.footnote.edit.log.ChangeAction;
import dev.footnote.edit.log.Edit;
import dev.footnote.edit.log.RecordChange;
import dev.footnote.metamodel.Metamodel;

/** An edit while it is applied: drafts of records, their problems, and their entry in the log. */
public final class DraftedEdit implements DatasetEdit {

    private final Metamodel metamodel;
    private final Database database;
    private final EditLog log;
    private final EditLog.Entry entry;
    private final boolean dryRun;
    private final BiFunction<CurrentRecords, EditProblems, Collection<RecordDraft>> making;
    private final EditProblems problems = new EditProblems();
    private List<RecordDraft> drafts = List.of();
    private List<String> records = List.of();
    private DraftDataset dataset;
    private Optional<Integer> number = Optional.empty();

    /** @param making makes the drafts from the records that are there */
    DraftedEdit(Metamodel metamodel, Database database, EditLog log, EditLog.Entry entry, boolean dryRun,
            BiFunction<CurrentRecords, EditProblems, Collection<RecordDraft>> making) {
        this.metamodel = metamodel;
        this.database = database;
        this.log = log;
        this.entry = entry;
        this.dryRun = dryRun;
        this.making = making;
    }

    @Override
    public DatasetReader changes(DatasetProblems found) {
        List<EntityColumns> allColumns;
        try (DatabaseSnapshot snapshot = new DatabaseSnapshot(metamodel, database)) {
            allColumns = snapshot.allColumns();
            CurrentRecords current = new CurrentRecords(snapshot);
            Optional<Edit> made = entry.key().flatMap(Edit::findByRequestKey);
            if (made.isPresent()) {
                repeat(made.get());
            } else {
                drafts = making.apply(current, problems).stream().filter(RecordDraft::changes).toList();
                records = drafts.stream().filter(draft -> draft.after().isPresent()).map(RecordDraft::globalId).toList();
            }
        }
        dataset = new DraftDataset(drafts, found);
        return dataset.reader(allColumns);
    }

    /** Answers an edit that was made before, or refuses another one with the same key. */
    private void repeat(Edit made) {
        if (made.requestHash.equals(entry.hash())) {
            number = Optional.of(made.id);
            records = RecordChange.listByEdit(made).stream().filter(change -> change.action != ChangeAction.DELETED)
                    .map(change -> change.record).toList();
        } else {
            problems.add(ProblemCode.CONFLICT, InputPath.of("key"), "The key was used for another edit. Give each edit a key of"
                    + " its own.");
        }
    }

    @Override
    public boolean isNeeded() {
        return !drafts.isEmpty();
    }

    /** With problems the changes are only checked, so that all problems are reported at once. */
    @Override
    public boolean isDryRun() {
        return dryRun || !problems.none();
    }

    @Override
    public ChangedRecords written(Connection connection) throws SQLException {
        EditLog.Written written = log.write(connection, entry, drafts);
        number = Optional.of(written.edit());
        return written.changed();
    }

    EditProblem problem(DatasetProblem problem) {
        return new EditProblem(ProblemCode.INVALID, problem.message(), dataset.path(problem).parts(), null);
    }

    EditProblems problems() {
        return problems;
    }

    /** What changes; empty if there are problems. */
    List<RecordDraft> drafts() {
        return problems.none() ? drafts : List.of();
    }

    /** Global ids of the created and changed records. */
    List<String> records() {
        return records;
    }

    /** The number of the edit in the log; empty if nothing was written. */
    Optional<Integer> number() {
        return number;
    }
}
