package dev.footnote.analysis.disagreement;

import org.eclipse.microprofile.graphql.Description;

@Description("What tells that sources disagree.")
public enum DisagreementKind {

    @Description("A citation of a record, or of one field of it, is contested or disputes it.")
    CITATIONS,

    @Description("Figures of the same metric on the same subject and time have values that cannot all be true.")
    FIGURES
}
