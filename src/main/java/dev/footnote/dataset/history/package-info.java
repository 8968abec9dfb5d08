/**
 * What records were before edits and imports changed them. Start with {@link dev.footnote.dataset.history.HistoryTables}.
 */
package dev.footnote.dataset.history;
