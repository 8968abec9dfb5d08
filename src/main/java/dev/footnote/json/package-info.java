/**
 * Where an answer is written to: bytes of JSON, or the maps that graphql-java completes.
 * It knows no other room. Come in by {@link dev.footnote.json.Output}.
 */
package dev.footnote.json;
