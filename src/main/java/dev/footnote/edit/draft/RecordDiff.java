package dev.footnote.edit.draft;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import dev.footnote.edit.log.ChangeAction;

/** What changes in a record. */
@Type("RecordDiff")
@Description("What changes in a record.")
public record RecordDiff(@Id @NonNull @Description("The global id of the record.") String id,
        @NonNull @Description("What is done with it.") ChangeAction action,
        @NonNull @Description("The fields that change.") List<@NonNull FieldDiff> fields) {
}
