package dev.footnote.edit.draft;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What changes in a field. */
@Type("FieldDiff")
@Description("What changes in a field, as in a dataset file.")
public record FieldDiff(@NonNull @Description("The column of the field, such as reports_to, or citations.") String field,
        @Description("The text before. Null if there is none.") String before,
        @Description("The text after. Null if there is none.") String after) {
}
