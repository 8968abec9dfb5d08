package dev.footnote.domain.event;

import org.eclipse.microprofile.graphql.Description;

@Description("What a participant does in an initiative or at an event.")
public enum ParticipationRole {

    @Description("Founds or co-founds it.")
    FOUNDER,

    @Description("Is a partner.")
    PARTNER,

    @Description("Leads it.")
    LEAD,

    @Description("Directs it or one of its fields.")
    DIRECTOR,

    @Description("Is its honorary director.")
    HONORARY_DIRECTOR,

    @Description("Pays for it.")
    FUNDER,

    @Description("Receives the money.")
    RECIPIENT,

    @Description("Houses or hosts it.")
    HOST,

    @Description("Organizes it.")
    ORGANIZER,

    @Description("Runs it as its own.")
    OWNER,

    @Description("Spoke at or for it.")
    SPEAKER,

    @Description("Was appointed.")
    APPOINTEE,

    @Description("Was present.")
    ATTENDEE,

    @Description("Is a member.")
    MEMBER,

    @Description("Any other part.")
    OTHER
}
