/**
 * Refuses requests of callers who must not read, ahead of all routes that read. Start with
 * {@link dev.footnote.http.access.ReaderRoute}.
 */
package dev.footnote.http.access;
