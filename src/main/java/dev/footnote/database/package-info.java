/**
 * The database that {@code footnote.database.url} names, and the differences between H2 and PostgreSQL. Start with
 * {@link dev.footnote.database.Database}.
 */
package dev.footnote.database;
