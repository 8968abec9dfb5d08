package dev.footnote.domain.initiative;

import org.eclipse.microprofile.graphql.Description;

@Description("What sort of initiative it is.")
public enum InitiativeKind {

    @Description("A laboratory that several organizations found together.")
    JOINT_LABORATORY,

    @Description("An alliance of several organizations.")
    ALLIANCE,

    @Description("A school or academy.")
    ACADEMY,

    @Description("A centre for research, innovation or empowerment.")
    CENTRE,

    @Description("A headquarters or another large site.")
    HEADQUARTERS,

    @Description("A programme, project or line of business.")
    PROGRAMME,

    @Description("A campaign or policy.")
    CAMPAIGN,

    @Description("Any other initiative.")
    OTHER
}
