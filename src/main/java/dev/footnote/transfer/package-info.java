/**
 * Datasets in: a folder is checked whole, then written whole or not at all.
 * It knows {@code folder}, {@code source} and {@code database}; of the other nouns it knows what the graph says.
 * Come in by {@link dev.footnote.transfer.Importer#take}.
 */
package dev.footnote.transfer;
