/**
 * Imports a dataset in any supported format: validates all of it, then writes all of it or nothing. {@link
 * dev.footnote.dataset.importer.DatasetImporter#take} is the entry point.
 */
package dev.footnote.dataset.importer;
