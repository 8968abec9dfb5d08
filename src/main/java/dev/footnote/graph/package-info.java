/**
 * What can be asked: nouns read from entities, their members, the relations between them, and the schema made of it all.
 * It knows {@code value} and graphql-java's types. It runs no SQL and knows no HTTP.
 * A room comes in by its {@link dev.footnote.graph.Api}, who answers by {@link dev.footnote.graph.Graph}.
 */
package dev.footnote.graph;
