package dev.footnote.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import graphql.language.SourceLocation;

/**
 * One thing that keeps a request from being answered, as its sender is told.
 *
 * @param message whole sentences that say what is wrong and what to do
 * @param at the places in the document; empty where it is no matter of the document
 */
public record RequestError(Code code, String message, List<SourceLocation> at) {

    /** The closed list of codes in {@code extensions.code}. */
    public enum Code {
        /** The request is no GraphQL request. */
        BAD_REQUEST,
        /** The document is no GraphQL. */
        PARSE_FAILED,
        /** The document does not fit the schema. */
        VALIDATION_FAILED,
        /** A value of a variable or an argument cannot be used. */
        BAD_USER_INPUT,
        /** The request asks for more than is answered at once. */
        TOO_COMPLEX,
        /** Answering took longer than it may. */
        TIMED_OUT,
        /** A hash came without its document, which is not known yet; send both. */
        PERSISTED_QUERY_NOT_FOUND,
        /** Only trusted documents are answered, and this is none. */
        DOCUMENT_NOT_TRUSTED,
        /** Questions about the schema are switched off. */
        INTROSPECTION_DISABLED,
        /** The server has too much to do; the request may be sent again a little later. */
        OVERLOADED,
        /** The database is away; the request may be sent again a little later. */
        UNAVAILABLE,
        /** The server failed; the request may be sent again. */
        INTERNAL
    }

    public static RequestError of(Code code, String message) {
        return new RequestError(code, message, List.of());
    }

    /** As the section Errors of the GraphQL specification has it. */
    public Map<String, Object> specified() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        if (!at.isEmpty()) {
            error.put("locations",
                    at.stream().map(RequestError::specified).toList());
        }
        error.put("extensions", Map.of("code", code.name()));
        return error;
    }

    /** In this order every time, which a map of constants does not keep from one start to the next. */
    private static Map<String, Object> specified(SourceLocation place) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("line", place.getLine());
        location.put("column", place.getColumn());
        return location;
    }
}
