/**
 * A dataset to start from: the files with nothing but their first lines, a few worked examples, and a page that says what
 * each column holds.
 * It knows {@code folder} and the nouns, and needs no database.
 * Come in by {@link dev.footnote.blank.Blank}.
 */
package dev.footnote.blank;
