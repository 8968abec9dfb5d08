/**
 * Documents of GraphQL: parsed, measured, validated, and kept with the plans that were made of them.
 * It knows {@code plan}, {@code limit} and what lies below. Come in by {@link dev.footnote.document.Documents}.
 */
package dev.footnote.document;
