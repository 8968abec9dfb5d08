/**
 * Exports one list of an operation as CSV or NDJSON, all pages in one snapshot. {@link
 * dev.footnote.http.export.ExportHandler#stream} streams the response.
 */
package dev.footnote.http.export;
