package dev.footnote.domain.organization;

import org.eclipse.microprofile.graphql.Description;

@Description("Who gave an identifier out.")
public enum IdentifierScheme {

    @Description("Wikidata item, such as Q1.")
    WIKIDATA,

    @Description("Research Organization Registry.")
    ROR,

    @Description("Legal Entity Identifier, ISO 17442.")
    LEI,

    @Description("International Securities Identification Number, ISO 6166.")
    ISIN,

    @Description("Exchange and symbol.")
    TICKER,

    @Description("Any other scheme.")
    OTHER
}
