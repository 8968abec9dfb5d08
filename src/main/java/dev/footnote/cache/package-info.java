/**
 * Answers that were given before, handed out again while the dataset is what it was.
 * It knows {@code database} and {@code connection}. Come in by {@link dev.footnote.cache.Versions} and
 * {@link dev.footnote.cache.Kept}.
 */
package dev.footnote.cache;
