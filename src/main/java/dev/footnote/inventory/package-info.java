/**
 * All that a database holds, read through in one snapshot and in bounded memory.
 * It knows {@code folder}, {@code source}, {@code staging} and {@code database}; of the other nouns it knows what the graph
 * says.
 * Come in by {@link dev.footnote.inventory.Inventory}.
 */
package dev.footnote.inventory;
