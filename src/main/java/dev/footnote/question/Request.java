package dev.footnote.question;

import java.util.Map;

/**
 * A GraphQL request.
 *
 * @param operation the name of the operation to run; null where the document has only one
 */
public record Request(String document, String operation, Map<String, Object> variables) {
}
