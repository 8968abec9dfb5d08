package dev.footnote.transfer;

import dev.footnote.folder.Faults;
import dev.footnote.merging.Changes;

/**
 * What came of an import.
 *
 * @param same whether the database held the very same files before
 * @param changes what was written
 * @param faults in which there are warnings at most
 * @param revision the version of the database that holds it; whoever reads that version or a later one reads what was imported
 */
public record Outcome(boolean same, Changes changes, Faults faults, String revision) {
}
