/**
 * Merges staged rows into the live tables; unchanged rows are not written. {@link
 * dev.footnote.dataset.merge.StagingMerge} is the entry point.
 */
package dev.footnote.dataset.merge;
