package dev.footnote.domain.finance;

import org.eclipse.microprofile.graphql.Description;

@Description("The part of the fiscal year that a report covers.")
public enum ReportPeriod {

    @Description("The whole fiscal year.")
    FY,

    @Description("The first quarter.")
    Q1,

    @Description("The second quarter.")
    Q2,

    @Description("The third quarter.")
    Q3,

    @Description("The fourth quarter.")
    Q4,

    @Description("The first half.")
    H1,

    @Description("The second half.")
    H2,

    @Description("The first nine months.")
    NINE_MONTHS
}
