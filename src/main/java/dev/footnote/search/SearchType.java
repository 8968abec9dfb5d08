package dev.footnote.search;

import org.eclipse.microprofile.graphql.Description;

@Description("The kinds of records that are found by their names.")
public enum SearchType {

    @Description("Organizations, by any of their names.")
    ORGANIZATION("organization", 'o'),

    @Description("People, by any of their names.")
    PERSON("person", 'p'),

    @Description("Initiatives, by any of their names.")
    INITIATIVE("initiative", 'i'),

    @Description("Events, by any of their names.")
    EVENT("event", 'e'),

    @Description("Products, by any of their names.")
    PRODUCT("product", 'g'),

    @Description("Topics, by name.")
    TOPIC("topic", 't'),

    @Description("Sources, by title.")
    SOURCE("source", 's');

    private final String table;
    private final char mark;

    SearchType(String table, char mark) {
        this.table = table;
        this.mark = mark;
    }

    String table() {
        return table;
    }

    /** The first letter of the keys of their names. */
    char mark() {
        return mark;
    }
}
