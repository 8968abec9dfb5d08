package dev.footnote.edit.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.edit.draft.CurrentRecords.Current;
import dev.footnote.edit.log.ChangeAction;
import dev.footnote.edit.log.Edit;
import dev.footnote.edit.log.EditKind;
import dev.footnote.edit.log.FieldChange;
import dev.footnote.edit.log.RecordChange;
import dev.footnote.metamodel.GlobalId;

/** Makes the drafts that take an edit back: each record as it was before, in the fields that the edit touched. */
public final class RevertDrafts {

    private final CurrentRecords records;
    private final Optional<Edit> edit;
    private final EditProblems problems;
    private final List<RecordDraft> drafts = new ArrayList<>();

    public RevertDrafts(CurrentRecords records, Optional<Edit> edit, EditProblems problems) {
        this.records = records;
        this.edit = edit;
        this.problems = problems;
    }

    /** The drafts, in the reverse order of the changes. */
    public Collection<RecordDraft> make() {
        if (edit.isEmpty()) {
            problem(ProblemCode.NOT_FOUND, "There is no such edit. The query edits lists all of them.");
        } else if (edit.get().kind == EditKind.IMPORT) {
            problem(ProblemCode.INVALID, "An import cannot be taken back. Import the dataset as it was before.");
        } else {
            List<RecordChange> changes = new ArrayList<>(RecordChange.listByEdit(edit.get()));
            Collections.reverse(changes);
            changes.forEach(this::revert);
        }
        return drafts;
    }

    private void problem(ProblemCode code, String message) {
        problems.add(code, InputPath.of("edit"), message);
    }

    private void revert(RecordChange change) {
        List<FieldChange> fields = FieldChange.listByChange(change);
        Set<String> later = new TreeSet<>();
        for (RecordChange other : RecordChange.listLater(change)) {
            if (other.action != ChangeAction.UPDATED || change.action != ChangeAction.UPDATED || overlap(other, fields)) {
                later.add("edit:" + other.edit.slug);
            }
        }
        if (!later.isEmpty()) {
            problem(ProblemCode.CONFLICT, change.record + " was changed again by " + String.join(", ", later)
                    + ". Take that back first.");
            return;
        }
        GlobalId id = GlobalId.parse(change.record).orElseThrow();
        EntityColumns columns = records.columnsOfTable(id.kind()).orElseThrow();
        Optional<Current> current = records.find(columns, id.slug());
        if (current.isPresent() == (change.action == ChangeAction.DELETED)) {
            problem(ProblemCode.CONFLICT, change.record + (current.isPresent() ? " is there again" : " is gone")
                    + ", by an import. Correct it by an edit.");
        } else {
            drafts.add(draft(change, fields, columns, current));
        }
    }

    private static boolean overlap(RecordChange other, List<FieldChange> fields) {
        Set<String> touched = fields.stream().map(field -> field.field).collect(Collectors.toSet());
        return FieldChange.listByChange(other).stream().anyMatch(field -> touched.contains(field.field));
    }

    private static RecordDraft draft(RecordChange change, List<FieldChange> fields, EntityColumns columns,
            Optional<Current> current) {
        Optional<RecordState> after = change.action == ChangeAction.CREATED ? Optional.empty()
                : Optional.of(before(current.map(Current::state).orElse(RecordState.NONE), fields));
        return new RecordDraft(columns, GlobalId.parse(change.record).orElseThrow().slug(), current, after,
                RecordDraft.Paths.all(InputPath.of("edit")));
    }

    /** A state in which the fields have the values from before the edit. */
    private static RecordState before(RecordState state, List<FieldChange> fields) {
        Map<String, String> cells = new HashMap<>(state.cells());
        List<Map<String, String>> citations = state.citations();
        for (FieldChange field : fields) {
            if (field.field.equals(RecordState.CITATIONS)) {
                citations = CitationJson.read(field.before);
            } else if (field.before == null) {
                cells.remove(field.field);
            } else {
                cells.put(field.field, field.before);
            }
        }
        return new RecordState(cells, citations);
    }
}
