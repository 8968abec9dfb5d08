/**
 * Builds the GraphQL schema from the metamodel: object types, connections, filters and orders. {@link
 * dev.footnote.query.schema.SchemaBuilder} is the entry point.
 */
package dev.footnote.query.schema;
