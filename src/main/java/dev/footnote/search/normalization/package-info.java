/**
 * Normalizes names: case, accents, punctuation, Chinese scripts and typing errors. {@link
 * dev.footnote.search.normalization.NormalizedName} is the entry point.
 */
package dev.footnote.search.normalization;
