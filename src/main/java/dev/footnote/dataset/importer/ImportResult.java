package dev.footnote.dataset.importer;

import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.merge.ChangeCounts;

/**
 * Result of an import.
 *
 * @param same whether the database already held the same files
 * @param changes number of changes written
 * @param problems contains at most warnings
 * @param revision version of the database that holds the dataset; a reader of this or a later version sees what was imported
 */
public record ImportResult(boolean same, ChangeCounts changes, DatasetProblems problems, String revision) {
}
