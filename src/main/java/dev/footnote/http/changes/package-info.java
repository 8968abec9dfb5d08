/**
 * Edits over plain HTTP: as server-sent events and as a feed. Start with {@link dev.footnote.http.changes.EditStreamRoute}.
 */
package dev.footnote.http.changes;
