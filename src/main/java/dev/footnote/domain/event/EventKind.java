package dev.footnote.domain.event;

import org.eclipse.microprofile.graphql.Description;

@Description("What sort of event it is.")
public enum EventKind {

    @Description("An agreement was signed.")
    SIGNING,

    @Description("Something was founded or formed.")
    FOUNDING,

    @Description("Something was launched, opened or unveiled.")
    LAUNCH,

    @Description("Construction began.")
    CONSTRUCTION_START,

    @Description("Something was decided.")
    DECISION,

    @Description("Something was announced or stated.")
    ANNOUNCEMENT,

    @Description("Somebody was appointed.")
    APPOINTMENT,

    @Description("Results or another document were published.")
    PUBLICATION,

    @Description("A conference call.")
    CONFERENCE_CALL,

    @Description("A press conference or another conference.")
    CONFERENCE,

    @Description("A summit.")
    SUMMIT,

    @Description("A meeting or a day of meetings.")
    MEETING,

    @Description("A test or a series of tests.")
    TEST,

    @Description("Shares were offered to the public for the first time.")
    PUBLIC_OFFERING,

    @Description("A rule, a sanction or another measure of an authority took effect.")
    MEASURE,

    @Description("Any other event.")
    OTHER
}
