/**
 * Documents of GraphQL: parsed, measured, validated, and kept with the plans that were made of them.
 * Some are trusted: whoever runs the server keeps them in a folder, and they are asked for by name.
 * It knows {@code plan}, {@code wording}, {@code limit} and what lies below. Come in by
 * {@link dev.footnote.document.Documents}.
 */
package dev.footnote.document;
