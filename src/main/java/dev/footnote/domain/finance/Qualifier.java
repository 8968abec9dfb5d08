package dev.footnote.domain.finance;

import org.eclipse.microprofile.graphql.Description;

@Description("How exactly a source states a value.")
public enum Qualifier {

    @Description("Stated as the value.")
    EXACT,

    @Description("About or approximately the value.")
    ABOUT,

    @Description("The value or more.")
    AT_LEAST,

    @Description("More than the value.")
    MORE_THAN,

    @Description("The value or less.")
    AT_MOST,

    @Description("Less than the value.")
    LESS_THAN,

    @Description("Intended to be the value in future.")
    PLANNED
}
