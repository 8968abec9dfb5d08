package dev.footnote.domain.name;

import org.eclipse.microprofile.graphql.Description;

@Description("What sort of name it is.")
public enum NameKind {

    @Description("The full official name.")
    OFFICIAL,

    @Description("Another name in use.")
    ALIAS,

    @Description("The same name, spelled or ordered differently.")
    SPELLING,

    @Description("A short form.")
    ABBREVIATION,

    @Description("A name of the past.")
    FORMER,

    @Description("The name in another language.")
    TRANSLATION
}
