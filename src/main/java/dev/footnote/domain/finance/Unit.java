package dev.footnote.domain.finance;

import org.eclipse.microprofile.graphql.Description;

@Description("What the value of a figure counts.")
public enum Unit {

    @Description("An amount of money in the currency of the figure.")
    MONEY,

    @Description("A number of things or people.")
    COUNT,

    @Description("Hundredths of a whole.")
    PERCENT
}
