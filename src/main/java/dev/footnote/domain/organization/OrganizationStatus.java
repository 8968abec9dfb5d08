package dev.footnote.domain.organization;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether an organization exists.")
public enum OrganizationStatus {

    @Description("Announced, not yet at work.")
    PLANNED,

    @Description("At work.")
    ACTIVE,

    @Description("Closed, dissolved or merged away.")
    INACTIVE
}
