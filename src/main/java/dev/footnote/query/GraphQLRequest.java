package dev.footnote.query;

import java.util.Map;

/**
 * A GraphQL request.
 *
 * @param document the text of the document; null where one is meant that is known
 * @param name how the document is known, or null: the {@code documentId} of a trusted one
 * @param hash the SHA-256 of a document that is to be kept or is kept already, in hexadecimal, or null
 * @param operation the name of the operation to run; null where the document has only one
 */
public record GraphQLRequest(String document, String name, String hash, String operation, Map<String, Object> variables) {

    public GraphQLRequest(String document, String operation, Map<String, Object> variables) {
        this(document, null, null, operation, variables);
    }
}
