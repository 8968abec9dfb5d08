/**
 * The GraphQL documents of the pages. {@link dev.footnote.explorer.document.ExplorerDocuments} has all of them, those of the
 * entity types composed from the metamodel.
 */
package dev.footnote.explorer.document;
