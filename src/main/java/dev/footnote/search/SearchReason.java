package dev.footnote.search;

import org.eclipse.microprofile.graphql.Description;

@Description("Why a name was found, the best reason first. Case, accents, blanks and punctuation make no difference to any.")
public enum SearchReason {

    @Description("The query is the whole name.")
    WHOLE_NAME,

    @Description("The name begins with the query.")
    BEGINNING,

    @Description("Every word of the query is a word of the name, in any order.")
    WORDS,

    @Description("Every word of the query is the beginning of a word of the name, in any order.")
    WORD_BEGINNINGS,

    @Description("The query is the first letters of the words of the name, or the first of these.")
    INITIALS,

    @Description("The query is in Chinese characters, and the name, its beginning or words of it are read alike.")
    READING,

    @Description("Every word of the query, or what it begins, is in the name, the other names, the place or the kind of the"
            + " record, and not all of them in one name.")
    SEVERAL_FIELDS,

    @Description("One letter of the query is missing, too many, another one, or changed places with the next.")
    TYPING_ERROR
}
