/**
 * What is wrong with a document or the values of its variables, in sentences for the one who sent it.
 * It knows {@code question}, for faults. Come in by {@link dev.footnote.wording.Syntax},
 * {@link dev.footnote.wording.Validation} and {@link dev.footnote.wording.Variables}.
 */
package dev.footnote.wording;
