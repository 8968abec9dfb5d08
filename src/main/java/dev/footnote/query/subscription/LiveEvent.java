package dev.footnote.query.subscription;

import java.util.OptionalInt;

/**
 * One result of a live operation.
 *
 * @param number of the record that was appended; empty for the answer to a live query
 * @param value the record by itself, as JSON
 * @param payload a GraphQL response as JSON
 */
public record LiveEvent(OptionalInt number, String value, String payload) {
}
