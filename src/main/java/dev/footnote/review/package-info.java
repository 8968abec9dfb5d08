/**
 * What is wrong with a dataset, and what may be, between its lines: found by statements over all that is staged.
 * It knows {@code staging}, {@code folder} and what lies below. Come in by {@link dev.footnote.review.LeftOut} and
 * {@link dev.footnote.review.Review}.
 */
package dev.footnote.review;
