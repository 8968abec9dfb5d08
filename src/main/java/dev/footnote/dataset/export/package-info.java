/**
 * Exports the dataset as a Data Package, FollowTheMoney or JSON-LD. {@link
 * dev.footnote.dataset.export.DatasetExporter#write} is the entry point; what a format cannot hold is counted and
 * reported.
 */
package dev.footnote.dataset.export;
