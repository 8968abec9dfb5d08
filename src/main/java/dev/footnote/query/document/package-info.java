/**
 * Parses, validates, limits and caches GraphQL documents. {@link dev.footnote.query.document.DocumentCache} is the entry
 * point; trusted documents are loaded from a folder and requested by name.
 */
package dev.footnote.query.document;
