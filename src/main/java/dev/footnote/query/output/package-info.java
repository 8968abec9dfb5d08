/**
 * Writes results as JSON bytes, or as the maps that graphql-java expects. {@link dev.footnote.query.output.ResultWriter}
 * is the interface of both.
 */
package dev.footnote.query.output;
