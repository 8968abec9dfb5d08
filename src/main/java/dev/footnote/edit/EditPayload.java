package dev.footnote.edit;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import dev.footnote.edit.draft.EditProblem;
import dev.footnote.edit.draft.NodeReference;
import dev.footnote.edit.draft.RecordDiff;
import dev.footnote.query.RecordReference;

/**
 * Result of an edit.
 *
 * @param edit null if nothing was written
 */
@Type("EditPayload")
@Description("What came of an edit. With problems, nothing was written.")
public record EditPayload(
        @Description("The edit in the log. Null if nothing was written.") EditReference edit,
        @Description("The created and changed records as they are now, in the order of the changes; empty if nothing was"
                + " written.") @NonNull List<@NonNull NodeReference> records,
        @Description("What changes, field by field; in a dry run, what would change.") @NonNull List<@NonNull RecordDiff> diff,
        @Description("Everything that is wrong. Correct all of it, and send the edit again.") @NonNull List<@NonNull EditProblem> problems,
        @Description("What may be wrong. It does not prevent the edit.") @NonNull List<@NonNull EditProblem> warnings) {

    /** Placeholder for the entity type of that name. */
    @Type("Edit")
    public record EditReference(@Id String globalId) implements RecordReference {
    }
}
