/**
 * Checks a staged dataset across rows, with SQL statements over all staged tables. {@link
 * dev.footnote.dataset.validation.DatasetValidator} runs the checks.
 */
package dev.footnote.dataset.validation;
