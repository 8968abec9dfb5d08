package dev.footnote.edit.draft;

import java.util.List;
import java.util.Optional;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.edit.draft.CurrentRecords.Current;
import dev.footnote.edit.log.ChangeAction;
import dev.footnote.metamodel.GlobalId;

/**
 * A record before and after an edit.
 *
 * @param slug id of the record within its type
 * @param current the record that is there; empty if it is new
 * @param after empty if the record is deleted
 * @param paths finds the place in the input from a header; of a citation, from its index and a header
 */
public record RecordDraft(EntityColumns columns, String slug, Optional<Current> current, Optional<RecordState> after,
        Paths paths) {

    /** Places in the input from which a record was made. */
    public interface Paths {

        InputPath of(String header);

        /** @param index of the citation in the state after the edit */
        InputPath citation(int index, String header);

        /** The same place for everything. */
        public static Paths all(InputPath path) {
            return new Paths() {

                @Override
                public InputPath of(String header) {
                    return path;
                }

                @Override
                public InputPath citation(int index, String header) {
                    return path;
                }
            };
        }
    }

    /** Deletes a record. */
    public static RecordDraft deletion(Current current, InputPath path) {
        return new RecordDraft(current.row().entityColumns(), current.row().id(), Optional.of(current), Optional.empty(),
                Paths.all(path));
    }

    /** The number of the record in its table; empty if it is new. */
    public Optional<Integer> number() {
        return current.map(one -> one.row().number());
    }

    public String globalId() {
        return new GlobalId(columns.entityType().table(), slug).text();
    }

    public ChangeAction action() {
        return current.isEmpty() ? ChangeAction.CREATED : after.isEmpty() ? ChangeAction.DELETED : ChangeAction.UPDATED;
    }

    public List<FieldDiff> fields() {
        return current.map(Current::state).orElse(RecordState.NONE).diff(after.orElse(RecordState.NONE), columns);
    }

    public RecordDiff diff() {
        return new RecordDiff(globalId(), action(), fields());
    }

    /** Whether the edit does anything with the record. */
    public boolean changes() {
        return action() != ChangeAction.UPDATED || !fields().isEmpty();
    }
}
