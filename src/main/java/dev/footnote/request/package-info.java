/**
 * Requests as they are read from JSON and from URLs, within bounds.
 * It knows {@code document}, {@code limit} and {@code question}. Come in by {@link dev.footnote.request.RequestReader}.
 */
package dev.footnote.request;
