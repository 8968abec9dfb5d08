package dev.footnote.domain.source;

import org.eclipse.microprofile.graphql.Description;

@Description("What the place that a citation names says about the record.")
public enum CitationStance {

    @Description("It says what the record says.")
    SUPPORTS,

    @Description("It says what the record says, and another place contradicts it or says otherwise. A note may tell how.")
    CONTESTED,

    @Description("It contradicts the record or says otherwise. A note may tell how.")
    DISPUTES
}
