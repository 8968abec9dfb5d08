package dev.footnote.edit.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.footnote.dataset.snapshot.RecordRow;
import dev.footnote.edit.draft.CurrentRecords;
import dev.footnote.edit.draft.CurrentRecords.Current;
import dev.footnote.edit.draft.InputPath;
import dev.footnote.edit.draft.RecordDraft;
import dev.footnote.edit.draft.RecordState;
import dev.footnote.edit.merge.MergeDrafts.Moved;
import dev.footnote.metamodel.GlobalId;

/**
 * Makes the drafts of records that refer to a merged record. Where the record that stays has the same fact already, that one
 * gets
 * the citations, and the repeated one is deleted.
 */
final class MergedReferences {

    /** What tells facts apart: the type, and all values or, of a name, its text. */
    private record Fact(String table, Map<String, String> cells) {
    }

    private static final InputPath PATH = InputPath.of("from");

    private final CurrentRecords records;
    private final Current into;
    private final Map<Fact, Moved> moved = new LinkedHashMap<>();
    private final List<RecordDraft> drafts = new ArrayList<>();

    MergedReferences(CurrentRecords records, Current into, List<Moved> all) {
        this.records = records;
        this.into = into;
        all.forEach(one -> moved.put(fact(one.current().row(), one.cells()), one));
        // alike among themselves: both move
        all.stream().filter(one -> !moved.containsValue(one)).forEach(this::move);
    }

    List<RecordDraft> drafts() {
        records.referring(into.row(), row -> {
            Moved repeated = moved.remove(fact(row, CurrentRecords.cells(row)));
            if (repeated != null) {
                repeat(row, repeated);
            }
        });
        moved.values().forEach(this::move);
        return drafts;
    }

    private Fact fact(RecordRow row, Map<String, String> cells) {
        String table = row.entityColumns().entityType().table();
        return new Fact(table, MergedNames.isName(records, into, table) ? MergedNames.text(into, cells) : cells);
    }

    private void move(Moved one) {
        Current current = one.current();
        drafts.add(new RecordDraft(one.columns(), current.row().id(), Optional.of(current),
                Optional.of(new RecordState(one.cells(), current.state().citations())), RecordDraft.Paths.all(PATH)));
    }

    private void repeat(RecordRow row, Moved repeated) {
        GlobalId id = GlobalId.parse(row.globalId()).orElseThrow();
        Current there = records.find(records.columnsOfTable(id.kind()).orElseThrow(), id.slug()).orElseThrow();
        drafts.add(new RecordDraft(repeated.columns(), id.slug(), Optional.of(there),
                Optional.of(new RecordState(there.state().cells(),
                        MergeDrafts.union(there.state(), repeated.current().state()))),
                RecordDraft.Paths.all(PATH)));
        drafts.add(RecordDraft.deletion(repeated.current(), PATH));
    }
}
