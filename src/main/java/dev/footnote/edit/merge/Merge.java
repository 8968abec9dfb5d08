package dev.footnote.edit.merge;

/**
 * Two records of one entity type that are the same.
 *
 * @param into global id of the record that stays
 * @param from global id of the record whose facts it takes over
 */
public record Merge(String into, String from) {
}
