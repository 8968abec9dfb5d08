/**
 * The database that the dataset lives in, chosen by {@code footnote.database.url}, and all that the two kinds do differently.
 * It knows {@code connection} and {@code revision}. Come in by {@link dev.footnote.database.Database}.
 */
package dev.footnote.database;
