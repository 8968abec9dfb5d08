/**
 * Reads a dataset in Footnote's own format: a Data Package of CSV files. {@link
 * dev.footnote.dataset.datapackage.DatasetReader} reads its records and reports problems with file, line and column.
 */
package dev.footnote.dataset.datapackage;
