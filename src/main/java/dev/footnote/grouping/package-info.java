/**
 * How records are put into groups: by which keys, which groups are kept, in which order, and which filter leads back to
 * the records of one.
 * It knows {@code sql}, {@code graph} and {@code value}, and runs nothing. Come in by {@link dev.footnote.grouping.Groups}.
 */
package dev.footnote.grouping;
