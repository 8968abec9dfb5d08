/**
 * The files of a dataset as they lie in their folder: the descriptor, the lines of a CSV file, what a cell holds, what is
 * wrong.
 * It knows {@code graph} and what lies below, and no database.
 * Come in by {@link dev.footnote.folder.Folder} and {@link dev.footnote.folder.Contents}.
 */
package dev.footnote.folder;
