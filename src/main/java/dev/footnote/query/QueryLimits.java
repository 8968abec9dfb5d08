package dev.footnote.query;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The most that is taken from one request, so that none of them can take the server from all others. */
@ConfigMapping(prefix = "footnote.limits")
public interface QueryLimits {

    /** Records on a page that names no size. */
    int USUAL_PAGE = 20;

    /** The most records on a page, unless it is configured. */
    int USUAL_MOST = 100;

    /** The most steps from record to record, where what they lead to is asked for to any depth. */
    int DEEPEST = 20;

    /** Bytes of a document in UTF-8, because parsing costs some 30 times the memory of its text. */
    @WithDefault("65536")
    int documentBytes();

    /** Tokens of a document, because parsing and validating take time by the token; introspection has some 200. */
    @WithDefault("5000")
    int documentTokens();

    /**
     * Fields within each other, fragments put in their places, and fragments within each other, because validation follows
     * each of them to its end; introspection by GraphiQL has 13 to 15.
     */
    @WithDefault("24")
    int depth();

    /** Fields under another name, because each alias asks the same thing once more. */
    @WithDefault("50")
    int aliases();

    /** Fields of the query type in one operation. */
    @WithDefault("25")
    int rootFields();

    /** Directives in a document, because each is looked up and validated wherever it stands. */
    @WithDefault("50")
    int directives();

    /** How often one field may be named in one selection, because merging compares every one with every other. */
    @WithDefault("10")
    int repeats();

    /** Fields of an operation, fragments put in their places, because fragments of fragments double with each level. */
    @WithDefault("2000")
    int fields();

    /** Records on one page, because a page is held in memory whole and answered at once. */
    @WithDefault("100")
    int page();

    /**
     * The most an operation may cost, estimated before anything is read: about one for each record. That is as if all
     * pages were full, which they seldom are: five levels of usual pages are estimated at millions and read a hundred.
     */
    @WithDefault("10000000")
    int cost();

    /** Records that are read for one answer, because they are in memory together. */
    @WithDefault("50000")
    int records();

    /** Requests in one body. One means that none are taken together, because that hides many from a limit on requests. */
    @WithDefault("1")
    int batch();

    /** Bytes of the variables as JSON. */
    @WithDefault("65536")
    int variablesBytes();

    /** Objects and lists within each other in a request, because filters of filters become SQL as deep. */
    @WithDefault("24")
    int nesting();

    /** Bytes of an answer, because it is in memory whole before it is sent. */
    @WithDefault("16777216")
    int answerBytes();

    /** From the arrival of a request to its answer; then its statement is cancelled. */
    @WithDefault("2500ms")
    Duration time();
}
