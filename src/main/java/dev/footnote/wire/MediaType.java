package dev.footnote.wire;

import java.util.Locale;

import dev.footnote.answer.Answer;
import io.vertx.core.http.HttpHeaders;

/** The media types that GraphQL over HTTP answers in. */
enum MediaType {

    /** The status tells whether the request was a good one. */
    GRAPHQL("application/graphql-response+json"),

    /** What older clients understand: the status is 200 for every well-formed request, and errors stand in the answer. */
    JSON("application/json");

    private final String name;
    private final CharSequence header;

    MediaType(String name) {
        this.name = name;
        this.header = HttpHeaders.createOptimized(name + "; charset=utf-8");
    }

    CharSequence header() {
        return header;
    }

    int status(Answer.Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> 200;
            case REFUSED -> this == GRAPHQL ? 400 : 200;
            case OVERLOADED, UNAVAILABLE -> 503;
            case FAILED -> 500;
        };
    }

    /** Whether a body of that type is JSON in UTF-8. */
    static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        if (contentType.equals(JSON.name)) {
            return true;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return parts[0].strip().equals(JSON.name);
    }

    /** @return the type that the header asks for first, plain JSON where it does not say, null where it wants neither */
    static MediaType accepted(String accept) {
        if (accept == null || accept.isBlank() || accept.equals("*/*") || accept.equals(JSON.name)) {
            return JSON;
        }
        for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = range.split(";");
            String type = parts.length == 0 ? "" : parts[0].strip();
            if (range.replace(" ", "").contains(";q=0") && !range.contains("q=0.")) {
                continue; // what it does not want at all
            }
            if (type.equals(GRAPHQL.name)) {
                return GRAPHQL;
            }
            if (type.equals(JSON.name) || type.equals("application/*") || type.equals("*/*")) {
                return JSON;
            }
        }
        return null;
    }
}
