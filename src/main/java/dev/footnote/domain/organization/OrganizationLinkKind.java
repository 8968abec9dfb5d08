package dev.footnote.domain.organization;

import org.eclipse.microprofile.graphql.Description;

@Description("How one organization relates to another, read from organization to target.")
public enum OrganizationLinkKind {

    @Description("It is a part, unit or subsidiary of the target.")
    PART_OF,

    @Description("It took over from the target.")
    SUCCESSOR_OF,

    @Description("It is a member of the target.")
    MEMBER_OF,

    @Description("It owns all or some of the target.")
    OWNER_OF,

    @Description("It competes with the target, and the target with it.")
    COMPETITOR_OF,

    @Description("It relates to the target in a way that the sources do not name, and the target to it.")
    RELATED
}
