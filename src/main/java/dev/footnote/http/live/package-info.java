/**
 * Edits as server-sent events, as they are committed. Start with {@link dev.footnote.http.live.EditStreamRoute}.
 */
package dev.footnote.http.live;
