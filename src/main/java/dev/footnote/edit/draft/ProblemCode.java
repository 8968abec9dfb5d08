package dev.footnote.edit.draft;

import org.eclipse.microprofile.graphql.Description;

@Description("What sort of problem an edit has.")
public enum ProblemCode {

    @Description("A value is missing or wrong, or breaks a rule of the dataset.")
    INVALID,

    @Description("There is no such record.")
    NOT_FOUND,

    @Description("Somebody else has changed the record, or the key was used for another edit.")
    CONFLICT,

    @Description("The change names no source.")
    UNCITED,

    @Description("The edit exceeds a limit.")
    TOO_LARGE
}
