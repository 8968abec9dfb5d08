package dev.footnote.domain.organization;

import org.eclipse.microprofile.graphql.Description;

@Description("What sort of organization it is.")
public enum OrganizationKind {

    @Description("A business.")
    COMPANY,

    @Description("A university or college.")
    UNIVERSITY,

    @Description("A government, ministry, party body or public authority.")
    GOVERNMENT,

    @Description("A publicly run industrial park or development zone.")
    DEVELOPMENT_ZONE,

    @Description("An academy or institute devoted to research.")
    RESEARCH_INSTITUTE,

    @Description("A laboratory, usually a part of another organization.")
    LABORATORY,

    @Description("A team within another organization.")
    TEAM,

    @Description("A department, school, committee or business unit within another organization.")
    DEPARTMENT,

    @Description("A publisher, news outlet or platform for publication.")
    MEDIA,

    @Description("A charity, foundation or association.")
    NONPROFIT,

    @Description("Any other organization.")
    OTHER
}
