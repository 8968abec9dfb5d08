package dev.footnote.query;

import java.util.Map;

/**
 * A GraphQL request.
 *
 * @param document the text of the document; null if the request refers to a known document
 * @param name the {@code documentId} of a trusted document, or null
 * @param hash the SHA-256, in hexadecimal, of a document that is or will be kept, or null
 * @param operation the name of the operation to run; null if the document has only one
 * @param caller who sent it
 */
public record GraphQLRequest(String document, String name, String hash, String operation, Map<String, Object> variables,
        Caller caller) {

    public GraphQLRequest(String document, String name, String hash, String operation, Map<String, Object> variables) {
        this(document, name, hash, operation, variables, Caller.ANONYMOUS);
    }

    public GraphQLRequest(String document, String operation, Map<String, Object> variables) {
        this(document, null, null, operation, variables);
    }

    /** The same request by another caller. */
    public GraphQLRequest by(Caller other) {
        return new GraphQLRequest(document, name, hash, operation, variables, other);
    }
}
