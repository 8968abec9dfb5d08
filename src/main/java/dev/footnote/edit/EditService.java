package dev.footnote.edit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import dev.footnote.database.Database;
import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import dev.footnote.dataset.importer.DatasetEditor;
import dev.footnote.dataset.importer.ImportResult;
import dev.footnote.dataset.merge.WriterBusyException;
import dev.footnote.edit.EditPayload.EditReference;
import dev.footnote.edit.draft.EditDrafts;
import dev.footnote.edit.draft.EditProblem;
import dev.footnote.edit.draft.EditRequest;
import dev.footnote.edit.draft.NodeReference;
import dev.footnote.edit.draft.ProblemCode;
import dev.footnote.edit.draft.RecordDraft;
import dev.footnote.edit.draft.RevertDrafts;
import dev.footnote.edit.log.Edit;
import dev.footnote.edit.log.EditKind;
import dev.footnote.edit.merge.Merge;
import dev.footnote.edit.merge.MergeDrafts;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.scalar.Sha256;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;

/** Makes edits and takes them back. */
@Singleton
public class EditService {

    static final int MOST_CHANGES = 500;
    /** In characters; the index of keys has room for four bytes each. */
    static final int LONGEST_KEY = 255;

    private final Metamodel metamodel;
    private final Database database;
    private final DatasetEditor editor;
    private final EditLog log;

    EditService(Metamodel metamodel, Database database, DatasetEditor editor, EditLog log) {
        this.metamodel = metamodel;
        this.database = database;
        this.editor = editor;
        this.log = log;
    }

    /** @param by name of the caller */
    EditResult edit(EditRequest request, String by) {
        if (request.changes().size() > MOST_CHANGES) {
            return refused(new EditProblem(ProblemCode.TOO_LARGE, "An edit has at most " + MOST_CHANGES + " changes, and this"
                    + " one has " + request.changes().size() + ". Send several edits, or import a delta.", List.of("changes"),
                    null));
        }
        if (request.key().filter(key -> key.length() > LONGEST_KEY).isPresent()) {
            return refused(new EditProblem(ProblemCode.TOO_LARGE, "The key has more than " + LONGEST_KEY + " characters. Send a"
                    + " short one, such as a UUID.", List.of("key"), null));
        }
        EditLog.Entry entry = new EditLog.Entry(EditKind.EDIT, Optional.of(by), request.summary(), Optional.empty(),
                request.key(), Sha256.of(request.canonical()), Optional.empty());
        return apply(new DraftedEdit(metamodel, database, log, entry, request.dryRun(),
                (records, problems) -> new EditDrafts(records, request, problems).make()));
    }

    /** @param edit id of the edit, global or within its type */
    EditResult revert(String edit, Optional<String> summary, String by) {
        Optional<Edit> reverted = Edit.findByAnyId(edit);
        EditLog.Entry entry = new EditLog.Entry(EditKind.REVERT, Optional.of(by), summary, reverted.map(one -> one.id),
                Optional.empty(), null, Optional.empty());
        return apply(new DraftedEdit(metamodel, database, log, entry, false,
                (records, problems) -> new RevertDrafts(records, reverted, problems).make()));
    }

    /** Merges two records. */
    EditResult merge(Merge merge, Optional<String> summary, boolean dryRun, String by) {
        EditLog.Entry entry = new EditLog.Entry(EditKind.MERGE, Optional.of(by), summary, Optional.empty(), Optional.empty(),
                null, Optional.of(merge));
        return apply(new DraftedEdit(metamodel, database, log, entry, dryRun,
                (records, problems) -> new MergeDrafts(records, merge, problems).make()));
    }

    private EditResult apply(DraftedEdit edit) {
        try {
            ImportResult result = editor.apply(edit);
            return new EditResult(payload(edit, result.problems().warnings()), Optional.ofNullable(result.revision()));
        } catch (WriterBusyException e) {
            throw new RequestException(RequestError.of(RequestError.Code.OVERLOADED, e.getMessage()));
        } catch (InvalidDatasetException e) {
            return new EditResult(new EditPayload(null, List.of(), List.of(), Stream.concat(edit.problems().all().stream(),
                    e.found().stream().map(edit::problem)).toList(), e.warnings().stream().map(edit::problem).toList()),
                    Optional.empty());
        }
    }

    private static EditPayload payload(DraftedEdit edit, List<DatasetProblem> warnings) {
        Collection<RecordDraft> drafts = edit.drafts();
        Optional<Integer> number = edit.number();
        return new EditPayload(number.map(one -> new EditReference("edit:" + one)).orElse(null),
                number.isEmpty() ? List.of() : edit.records().stream().map(NodeReference::new).toList(),
                drafts.stream().map(RecordDraft::diff).toList(), edit.problems().all(),
                warnings.stream().map(edit::problem).toList());
    }

    private static EditResult refused(EditProblem problem) {
        return new EditResult(new EditPayload(null, List.of(), List.of(), List.of(problem), List.of()), Optional.empty());
    }
}
