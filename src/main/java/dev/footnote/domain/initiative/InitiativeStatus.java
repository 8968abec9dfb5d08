package dev.footnote.domain.initiative;

import org.eclipse.microprofile.graphql.Description;

@Description("How far an initiative has come.")
public enum InitiativeStatus {

    @Description("Announced or intended.")
    PLANNED,

    @Description("Agreed or signed.")
    AGREED,

    @Description("At work.")
    ACTIVE,

    @Description("Ended as planned or held.")
    COMPLETED,

    @Description("Given up.")
    CANCELLED
}
