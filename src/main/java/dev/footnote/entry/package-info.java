/**
 * What an entity is declared with: the base of every record, and what its class says of its file and its columns.
 * It knows no other room. An entity comes in by extending {@link dev.footnote.entry.Entry}.
 */
package dev.footnote.entry;
