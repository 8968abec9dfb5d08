/**
 * Errands to a server that runs: what the command line has its office do.
 * It knows {@code terminal} and {@code folder}. Come in by {@link dev.footnote.errand.Remote}.
 */
package dev.footnote.errand;
