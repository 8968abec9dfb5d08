package dev.footnote.query;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits for a single request, so that none of them can block the server for all others. */
@ConfigMapping(prefix = "footnote.limits")
public interface QueryLimits {

    /** Records on a page if the request gives no size. */
    int USUAL_PAGE = 20;

    /** The default for the most records on a page. */
    int USUAL_MOST = 100;

    /** The most steps of a traversal from record to record, and the default if a request gives no depth. */
    int DEEPEST = 20;

    /** Bytes of a document in UTF-8, because parsing needs about 60 times the memory of the text. */
    @WithDefault("65536")
    int documentBytes();

    /** Tokens of a document, because the time to parse and validate grows with their number; introspection has some 200. */
    @WithDefault("5000")
    int documentTokens();

    /**
     * Levels of nested fields, with fragments expanded, and levels of nested fragments, because validation follows each of
     * them to its end. Introspection by GraphiQL has 13 to 15.
     */
    @WithDefault("24")
    int depth();

    /** Fields with an alias, because each alias requests the same data once more. */
    @WithDefault("50")
    int aliases();

    /** Fields of the query type in one operation, because each of them is a list or a lookup of its own. */
    @WithDefault("25")
    int rootFields();

    /** Directives in a document, because each one is looked up and validated at each position. */
    @WithDefault("50")
    int directives();

    /** How often one field may occur in one selection, because merging compares all occurrences with each other. */
    @WithDefault("10")
    int repeats();

    /** Fields of an operation, with fragments expanded, because nested fragments double the number with each level. */
    @WithDefault("2000")
    int fields();

    /** Records on one page, because a whole page is held in memory and sent at once. */
    @WithDefault("100")
    int page();

    /**
     * The maximum estimated cost of an operation, before anything is read: about one for each record. The estimate assumes
     * that all pages are full, which is rare: five levels of default pages are estimated at millions and read a hundred.
     */
    @WithDefault("10000000")
    int cost();

    /** Records that are read for one response, because they are in memory together. */
    @WithDefault("50000")
    int records();

    /** Requests in one body. One disables batches, because a batch hides many requests from a rate limit. */
    @WithDefault("1")
    int batch();

    /** Bytes of the variables as JSON, because their values become parameters of statements. */
    @WithDefault("65536")
    int variablesBytes();

    /** Levels of nested objects and lists in a request, because nested filters become equally nested SQL. */
    @WithDefault("24")
    int nesting();

    /** Bytes of a response, because the whole response is in memory before it is sent. */
    @WithDefault("16777216")
    int answerBytes();

    /** The time from the arrival of a request to its response; after that, its statement is cancelled. */
    @WithDefault("2500ms")
    Duration time();
}
