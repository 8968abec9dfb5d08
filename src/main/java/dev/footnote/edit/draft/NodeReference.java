package dev.footnote.edit.draft;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

import dev.footnote.query.RecordReference;

/** Placeholder for the interface of that name. */
@Type("Node")
public record NodeReference(@Id String globalId) implements RecordReference {
}
