/**
 * Reads a whole database in one snapshot and in bounded memory. {@link dev.footnote.dataset.snapshot.DatabaseSnapshot}
 * is the entry point.
 */
package dev.footnote.dataset.snapshot;
