/**
 * Exports: one list of an operation, read through all its pages in one snapshot and streamed line by line.
 * It knows {@code answer}, {@code document}, {@code plan} and what lies below, and no noun by name; it speaks HTTP, but
 * nothing of GraphQL over HTTP. Come in by {@link dev.footnote.export.ExportDoor#stream}.
 */
package dev.footnote.export;
