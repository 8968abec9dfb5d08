/**
 * Subscriptions and live queries as queries that are repeated. Start with
 * {@link dev.footnote.query.subscription.LiveOperations}.
 */
package dev.footnote.query.subscription;
