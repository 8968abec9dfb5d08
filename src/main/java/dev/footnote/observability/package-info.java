/**
 * Metrics, traces and the access log. Start with {@link dev.footnote.observability.GraphQLMetrics} and {@link
 * dev.footnote.observability.Tracing}.
 */
package dev.footnote.observability;
