/**
 * A dataset between its files and its tables: read line by line into tables that only one connection sees.
 * It knows {@code folder}, {@code source}, {@code database} and what lies below.
 * Come in by {@link dev.footnote.staging.Stage}.
 */
package dev.footnote.staging;
