/**
 * The door: takes requests in over HTTP, gives answers out, and puts the rooms together to one graph.
 * It knows {@code answer}, {@code graph} and {@code database}, and writes no SQL. Nobody knows it.
 * Come in by {@code /graphql}.
 */
package dev.footnote.wire;
