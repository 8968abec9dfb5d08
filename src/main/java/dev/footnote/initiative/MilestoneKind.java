package dev.footnote.initiative;

import org.eclipse.microprofile.graphql.Description;

@Description("What sort of thing happened.")
public enum MilestoneKind {

    @Description("It was decided.")
    DECIDED,

    @Description("An agreement was signed.")
    AGREEMENT_SIGNED,

    @Description("It was announced.")
    ANNOUNCED,

    @Description("Construction began.")
    CONSTRUCTION_STARTED,

    @Description("It was launched, opened or founded.")
    LAUNCHED,

    @Description("Somebody was appointed.")
    APPOINTMENT,

    @Description("It was reported on.")
    REPORTED,

    @Description("It took place.")
    HELD,

    @Description("It is planned to happen.")
    PLANNED,

    @Description("Anything else.")
    OTHER
}
