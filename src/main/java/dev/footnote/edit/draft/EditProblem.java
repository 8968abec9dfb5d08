package dev.footnote.edit.draft;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** Something wrong in an edit. */
@Type("EditProblem")
@Description("Something wrong in an edit.")
public record EditProblem(@NonNull @Description("What sort of problem it is.") ProblemCode code,
        @NonNull @Description("What is wrong and what to do, in sentences.") String message,
        @NonNull @Description("The path to it in the input, such as changes, 0, person, set, name.") @Name("path") List<@NonNull String> path,
        @Description("The record as it is now, if somebody else has changed it.") NodeReference current) {
}
