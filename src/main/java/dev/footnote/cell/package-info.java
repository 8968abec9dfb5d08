/**
 * What a text in a cell holds that its author does not see, and what one that cannot be read probably means.
 * It knows {@code value}. Come in by {@link dev.footnote.cell.Blemish} and {@link dev.footnote.cell.Meaning}.
 */
package dev.footnote.cell;
