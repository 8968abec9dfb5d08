package dev.footnote.edit.draft;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.edit.draft.CurrentRecords.Current;
import dev.footnote.edit.draft.EditRequest.Delete;
import dev.footnote.edit.draft.EditRequest.Save;
import dev.footnote.metamodel.GlobalId;

/** Makes the drafts of all records that an edit touches. */
public final class EditDrafts {

    private final CurrentRecords records;
    private final EditRequest request;
    private final EditProblems problems;
    private final Map<String, RecordDraft> drafts = new LinkedHashMap<>();

    public EditDrafts(CurrentRecords records, EditRequest request, EditProblems problems) {
        this.records = records;
        this.request = request;
        this.problems = problems;
    }

    /** The drafts in the order of the changes. */
    public Collection<RecordDraft> make() {
        for (EditRequest.Change change : request.changes()) {
            if (change instanceof Save save) {
                save(save);
            } else {
                delete((Delete) change);
            }
        }
        return drafts.values();
    }

    private void save(Save save) {
        EntityColumns columns = records.columnsOfType(save.type());
        String table = columns.entityType().table();
        Optional<String> id = save.id().map(given -> GlobalId.slug(table, given));
        Optional<Current> current = id.flatMap(slug -> records.find(columns, slug));
        if (current.isEmpty() && save.expect().isPresent()) {
            problems.add(ProblemCode.NOT_FOUND, save.path().then("id"), "There is no " + table + " of that id, and the version "
                    + save.expect().get() + " of it was expected. Leave expect out to create it.");
            return;
        }
        if (current.isPresent() ? isStale(save, current.get()) : id.isPresent() && !isFree(save, table, id.get())) {
            return;
        }
        SaveDraft draft = new SaveDraft(columns, save, request.citing(), current);
        if (draft.isUncited()) {
            problems.add(ProblemCode.UNCITED, save.path().then("citing"), "The change names no source. Say where it was read:"
                    + " here, or in citing of the whole edit.");
        }
        String slug = id.orElseGet(() -> SlugProposal.of(columns, draft.cells(),
                other -> drafts.containsKey(new GlobalId(table, other).text()) || records.find(columns, other).isPresent()));
        add(draft.draft(slug), save.path());
    }

    /** Whether a new record can have an id: not that of a merged record, and none that looks like that of another kind. */
    private boolean isFree(Save save, String table, String slug) {
        InputPath path = save.path().then("id");
        GlobalId record = new GlobalId(table, slug);
        Optional<String> merge = records.mergedInto(record);
        merge.ifPresent(merged -> problems.add(ProblemCode.INVALID, path,
                record.text() + " was merged into " + merged + ". Change that one, or give a new record another id."));
        Optional<String> other = GlobalId.parse(slug).map(GlobalId::kind)
                .filter(kind -> records.columnsOfTable(kind).isPresent());
        other.ifPresent(kind -> problems.add(ProblemCode.INVALID, path, "\"" + save.id().orElseThrow() + "\" is the id of a "
                + kind + " and cannot be that of a new record of another kind. Change the " + kind
                + ", or choose another id."));
        return merge.isEmpty() && other.isEmpty();
    }

    private boolean isStale(EditRequest.Change change, Current current) {
        boolean stale = change.expect().isPresent() && change.expect().get() != current.version();
        if (stale) {
            problems.conflict(change.path().then("expect"), current.row().globalId(), change.expect().get(),
                    current.version());
        }
        return stale;
    }

    private void add(RecordDraft draft, InputPath path) {
        if (drafts.putIfAbsent(draft.globalId(), draft) != null) {
            problems.add(ProblemCode.INVALID, path, "Another change of this edit is about " + draft.globalId()
                    + " as well. Put both into one.");
        }
    }

    private void delete(Delete delete) {
        Optional<GlobalId> id = GlobalId.parse(delete.id());
        Optional<EntityColumns> columns = id.flatMap(known -> records.columnsOfTable(known.kind()));
        if (columns.isEmpty()) {
            problems.noGlobalId(delete.path().then("id"), delete.id());
            return;
        }
        Optional<Current> current = records.find(columns.get(), id.get().slug());
        if (current.isEmpty()) {
            problems.add(ProblemCode.NOT_FOUND, delete.path().then("id"), "There is no record " + delete.id() + ".");
        } else if (!isStale(delete, current.get())) {
            add(RecordDraft.deletion(current.get(), delete.path().then("id")), delete.path());
            if (delete.cascade()) {
                cascade(current.get(), delete.path());
            }
        }
    }

    /** Deletes all records that refer to a record, and those that refer to these. */
    private void cascade(Current deleted, InputPath path) {
        Deque<Current> open = new ArrayDeque<>();
        open.add(deleted);
        while (!open.isEmpty()) {
            for (GlobalId id : records.referringTo(open.remove().row())) {
                if (!drafts.containsKey(id.text())) {
                    Current referring = records.find(records.columnsOfTable(id.kind()).orElseThrow(), id.slug()).orElseThrow();
                    add(RecordDraft.deletion(referring, path.then("id")), path);
                    open.add(referring);
                }
            }
        }
    }
}
