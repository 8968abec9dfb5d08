/**
 * Which version of the dataset is current, and which one is read from which server, a primary or its replica.
 * It knows {@code connection}. Come in by {@link dev.footnote.revision.Following} and {@link dev.footnote.revision.Current}.
 */
package dev.footnote.revision;
