/**
 * What can be asked: nouns read from entities, their members, the relations between them, and the ways in.
 * It knows {@code entry}, {@code scalar} and {@code value}. It makes no schema, writes no SQL and knows no HTTP.
 * A room comes in by its {@link dev.footnote.graph.Api}, who answers by {@link dev.footnote.graph.Graph}.
 */
package dev.footnote.graph;
