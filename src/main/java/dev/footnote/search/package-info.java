/**
 * One question over all that has a name: as it is typed along, in any order of words, in Chinese or as that is read, with
 * a typing error.
 * It knows {@code naming} and the nouns below, {@code database}, and {@code transfer}, which has it derive its keys with
 * every import. Come in by {@link dev.footnote.search.SearchApi}.
 */
package dev.footnote.search;
