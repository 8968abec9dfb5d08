package dev.footnote.domain.person;

import org.eclipse.microprofile.graphql.Description;

@Description("What sort of role it is.")
public enum AffiliationKind {

    @Description("Founded the organization.")
    FOUNDER,

    @Description("Sits on a board or chairs it.")
    BOARD,

    @Description("Leads the organization or a part of it.")
    EXECUTIVE,

    @Description("Works for the organization.")
    STAFF,

    @Description("Does research for the organization.")
    RESEARCH,

    @Description("Teaches at the organization.")
    ACADEMIC,

    @Description("Holds a public or party office.")
    OFFICIAL,

    @Description("Studied at the organization.")
    STUDENT,

    @Description("Is a member or fellow of the organization.")
    MEMBER,

    @Description("Any other role.")
    OTHER
}
