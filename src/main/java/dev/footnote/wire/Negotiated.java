package dev.footnote.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.footnote.export.Format;
import dev.footnote.http.Accept;

/**
 * What an answer is given in: the one of all that we have that the client prefers. Neither is there where it accepts none.
 *
 * @param type of an answer in JSON, or null
 * @param format of an export, or null
 * @param page whether it is the page for a browser
 */
record Negotiated(MediaType type, Format format, boolean page) {

    private static final String HTML = "text/html; charset=utf-8";
    private static final Negotiated NONE = new Negotiated(null, null, false);
    private static final Negotiated JSON = new Negotiated(MediaType.JSON, null, false);
    private static final Negotiated GRAPHQL = new Negotiated(MediaType.GRAPHQL, null, false);
    private static final Negotiated PAGE = new Negotiated(null, null, true);
    /** The preferred first. */
    private static final List<Negotiated> ANSWERS = answers();
    private static final List<Negotiated> ALL = all();
    /** What most clients say, read once. */
    private static final Map<String, Negotiated> USUAL = Map.of("*/*", JSON, "application/json", JSON,
            "application/graphql-response+json", GRAPHQL);

    private static List<Negotiated> answers() {
        List<Negotiated> answers = new ArrayList<>(List.of(JSON, GRAPHQL));
        for (Format format : Format.values()) {
            answers.add(new Negotiated(null, format, false));
        }
        return List.copyOf(answers);
    }

    private static List<Negotiated> all() {
        List<Negotiated> all = new ArrayList<>(ANSWERS);
        all.add(PAGE);
        return List.copyOf(all);
    }

    /**
     * @param accept all values of the header Accept
     * @param asked the format that the path asks for, or null
     */
    static Negotiated of(List<String> accept, Format asked) {
        Negotiated usual = asked == null && accept.size() == 1 ? USUAL.get(accept.get(0)) : null;
        if (usual != null) {
            return usual;
        }
        Accept accepted = Accept.of(accept);
        if (asked != null) {
            // a client that names a format by its address need not name it again, but may not exclude it
            return accepted.refuses(asked.contentType()) ? NONE : new Negotiated(null, asked, false);
        }
        Negotiated best = accepted.best(ANSWERS, Negotiated::contentType);
        return best == null ? NONE : best;
    }

    /** Whether a browser looks at the address, and rather sees a page than JSON. */
    static boolean page(List<String> accept) {
        return Accept.of(accept).best(ALL, Negotiated::contentType) == PAGE;
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
