package dev.footnote.http.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.footnote.http.AcceptHeader;
import dev.footnote.http.export.ExportFormat;

/**
 * The negotiated form of a response: the one that the client prefers of all that we offer. All components are unset if the
 * client accepts none.
 *
 * @param type of a JSON response, or null
 * @param format of an export, or null
 * @param page whether it is the page for a browser
 */
record ContentNegotiation(ResponseMediaType type, ExportFormat format, boolean page) {

    private static final String HTML = "text/html; charset=utf-8";
    private static final ContentNegotiation NONE = new ContentNegotiation(null, null, false);
    private static final ContentNegotiation JSON = new ContentNegotiation(ResponseMediaType.JSON, null, false);
    private static final ContentNegotiation GRAPHQL = new ContentNegotiation(ResponseMediaType.GRAPHQL, null, false);
    private static final ContentNegotiation PAGE = new ContentNegotiation(null, null, true);
    /** All possible results, the most preferred first. */
    private static final List<ContentNegotiation> ANSWERS = answers();
    private static final List<ContentNegotiation> ALL = all();
    /** The results for the most common Accept headers, computed once. */
    private static final Map<String, ContentNegotiation> USUAL = Map.of("*/*", JSON, "application/json", JSON,
            "application/graphql-response+json", GRAPHQL);

    private static List<ContentNegotiation> answers() {
        List<ContentNegotiation> answers = new ArrayList<>(List.of(JSON, GRAPHQL));
        for (ExportFormat format : ExportFormat.values()) {
            answers.add(new ContentNegotiation(null, format, false));
        }
        return List.copyOf(answers);
    }

    private static List<ContentNegotiation> all() {
        List<ContentNegotiation> all = new ArrayList<>(ANSWERS);
        all.add(PAGE);
        return List.copyOf(all);
    }

    /**
     * @param accept all values of the header Accept
     * @param asked the format that the path requests, or null
     */
    static ContentNegotiation of(List<String> accept, ExportFormat asked) {
        ContentNegotiation defaultValue = asked == null && accept.size() == 1 ? USUAL.get(accept.get(0)) : null;
        if (defaultValue != null) {
            return defaultValue;
        }
        AcceptHeader accepted = AcceptHeader.of(accept);
        if (asked != null) {
            // a client that requests a format by path need not accept it in the header too, but must not exclude it
            return accepted.refuses(asked.contentType()) ? NONE : new ContentNegotiation(null, asked, false);
        }
        ContentNegotiation best = accepted.best(ANSWERS, ContentNegotiation::contentType);
        return best == null ? NONE : best;
    }

    /** Whether a browser requests the path and prefers a page to JSON. */
    static boolean page(List<String> accept) {
        return AcceptHeader.of(accept).best(ALL, ContentNegotiation::contentType) == PAGE;
    }

    private String contentType() {
        if (page) {
            return HTML;
        }
        return type == null ? format.contentType() : type.contentType();
    }

    boolean acceptable() {
        return type != null || format != null;
    }
}
