/**
 * The graph as a GraphQL schema: one object type a noun, with its connection, edge, filter and order.
 * It knows {@code graph} and what lies below. Come in by {@link dev.footnote.schema.GraphSchema}.
 */
package dev.footnote.schema;
