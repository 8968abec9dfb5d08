/**
 * Datasets out: all that the database holds, in a form that others read.
 * It knows {@code inventory}, {@code rendition} and {@code destination}, and what they know.
 * Come in by {@link dev.footnote.archive.Archive#write}.
 */
package dev.footnote.archive;
