/**
 * The door: takes requests in over HTTP and WebSockets, and gives answers out.
 * It knows {@code answer}, {@code limit} and {@code question}, and writes no SQL. Nobody knows it.
 * Come in by {@code /graphql}.
 */
package dev.footnote.wire;
