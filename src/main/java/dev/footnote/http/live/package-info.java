/**
 * Live operations: subscriptions, live queries, and edits as server-sent events. Start with
 * {@link dev.footnote.http.live.LiveSessions}.
 */
package dev.footnote.http.live;
