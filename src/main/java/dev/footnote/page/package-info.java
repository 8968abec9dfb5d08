/**
 * All that is served beside answers: the page with GraphiQL and its files, the schema as text, and nothing anywhere else.
 * It knows {@code schema}, {@code cache} and {@code limit}. Nobody knows it. Come in by {@code /}.
 */
package dev.footnote.page;
