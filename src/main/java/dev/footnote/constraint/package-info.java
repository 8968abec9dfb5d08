/**
 * What the fields of an entity may hold: how many bytes, which numbers, in which form, and together with which other fields.
 * It knows {@code graph}, {@code cell} and what lies below. Come in by {@link dev.footnote.constraint.Limits}.
 */
package dev.footnote.constraint;
