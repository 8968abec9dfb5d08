/**
 * The leaf types of the schema: scalars, and enums read from Java.
 * It knows {@code value}. Come in by {@link dev.footnote.scalar.Vocabulary}.
 */
package dev.footnote.scalar;
