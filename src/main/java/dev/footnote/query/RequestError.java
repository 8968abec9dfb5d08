package dev.footnote.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import graphql.language.SourceLocation;

/**
 * An error of a request, as reported to the client.
 *
 * @param message complete sentences about what is wrong and what to do
 * @param at the locations in the document; empty if the error does not concern the document
 */
public record RequestError(Code code, String message, List<SourceLocation> at) {

    /** The closed list of codes in {@code extensions.code}. */
    public enum Code {
        /** The request is not a GraphQL request. */
        BAD_REQUEST,
        /** The document is not GraphQL. */
        PARSE_FAILED,
        /** The document does not fit the schema. */
        VALIDATION_FAILED,
        /** A value of a variable or an argument cannot be used. */
        BAD_USER_INPUT,
        /** Records that the client would get next are no longer kept. */
        RESET,
        /** The request exceeds a limit. */
        TOO_COMPLEX,
        /** The response took longer than allowed. */
        TIMED_OUT,
        /** A hash was sent without its document, and the document is not known yet; send both. */
        PERSISTED_QUERY_NOT_FOUND,
        /** Only trusted documents are accepted, and this is not one. */
        DOCUMENT_NOT_TRUSTED,
        /** The request has no valid credentials, and needs them. */
        UNAUTHENTICATED,
        /** The caller's role does not permit it. */
        FORBIDDEN,
        /** The HTTP method must not change anything, and the request would; use POST. */
        MUTATION_OVER_GET,
        /** Introspection is disabled. */
        INTROSPECTION_DISABLED,
        /** The server is overloaded; the request may be sent again a little later. */
        OVERLOADED,
        /** The database is unavailable; the request may be sent again a little later. */
        UNAVAILABLE,
        /** The server failed; the request may be sent again. */
        INTERNAL
    }

    public static RequestError of(Code code, String message) {
        return new RequestError(code, message, List.of());
    }

    /** The error in the format of the section Errors of the GraphQL specification. */
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

    /** The location in a fixed order; a constant map would change the order with each start of the server. */
    private static Map<String, Object> specified(SourceLocation place) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("line", place.getLine());
        location.put("column", place.getColumn());
        return location;
    }
}
