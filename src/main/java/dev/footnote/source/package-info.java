/**
 * Documents, and the places in them where facts were read.
 * It knows {@code graph} and {@code value}, and of no fact what it says.
 * Every room with facts comes in by {@link dev.footnote.source.SourceApi#cite}.
 */
package dev.footnote.source;
