package dev.footnote.edit.draft;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.edit.log.ChangeAction;

/**
 * A record before and after an edit.
 *
 * @param slug id of the record within its type
 * @param before empty if the record is new
 * @param after empty if the record is deleted
 * @param number number of the record in its table; empty if it is new
 * @param paths finds the place in the input from a header; of a citation, from its index and a header
 */
public record RecordDraft(EntityColumns columns, String slug, Optional<RecordState> before, Optional<RecordState> after,
        Optional<Integer> number, Paths paths) {

    /** Places in the input from which a record was made. */
    interface Paths {

        InputPath of(String header);

        /** @param index of the citation in the state after the edit */
        InputPath citation(int index, String header);

        /** The same place for everything. */
        static Paths all(InputPath path) {
            return of(header -> path);
        }

        /** The place of a header, also for citations. */
        static Paths of(Function<String, InputPath> paths) {
            return new Paths() {

                @Override
                public InputPath of(String header) {
                    return paths.apply(header);
                }

                @Override
                public InputPath citation(int index, String header) {
                    return paths.apply(header);
                }
            };
        }
    }

    public String globalId() {
        return columns.entityType().table() + ":" + slug;
    }

    public ChangeAction action() {
        return before.isEmpty() ? ChangeAction.CREATED : after.isEmpty() ? ChangeAction.DELETED : ChangeAction.UPDATED;
    }

    public List<FieldDiff> fields() {
        return before.orElse(RecordState.NONE).diff(after.orElse(RecordState.NONE), columns);
    }

    public RecordDiff diff() {
        return new RecordDiff(globalId(), action(), fields());
    }

    /** Whether the edit does anything with the record. */
    public boolean changes() {
        return action() != ChangeAction.UPDATED || !fields().isEmpty();
    }
}
