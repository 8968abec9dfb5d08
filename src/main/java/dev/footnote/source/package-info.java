/**
 * Documents, and the places in them where facts were read.
 * It knows {@code organization}, because organizations publish documents, and what lies below.
 * Every room with facts comes in by {@link dev.footnote.source.SourceApi#cite}.
 */
package dev.footnote.source;
