/**
 * Merges of two records that are the same. Start with {@link dev.footnote.edit.merge.MergeDrafts}.
 */
package dev.footnote.edit.merge;
