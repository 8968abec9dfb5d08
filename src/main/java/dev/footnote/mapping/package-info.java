/**
 * Data Packages of others, read as if they were written for Footnote: a mapping says which of their columns are which of
 * ours.
 * It knows {@code folder} and what lies below. Come in by {@link dev.footnote.mapping.Mapping}.
 */
package dev.footnote.mapping;
