/**
 * GraphQL over HTTP and WebSocket: reads requests and writes responses. {@link dev.footnote.http.graphql.GraphQLRoute}
 * and {@link dev.footnote.http.graphql.GraphQLWebSocketRoute} register the routes.
 */
package dev.footnote.http.graphql;
