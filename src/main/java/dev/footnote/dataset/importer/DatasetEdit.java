package dev.footnote.dataset.importer;

import java.sql.Connection;
import java.sql.SQLException;

import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.merge.ChangedRecords;

/** Changes that are computed from the records that are there. All methods run while nobody else writes. */
public interface DatasetEdit {

    /**
     * Computes the changed records.
     *
     * @param problems receives what is wrong with them
     */
    DatasetReader changes(DatasetProblems problems);

    /** Whether anything changes. Asked when the changes are computed. */
    boolean isNeeded();

    /** Whether to check the changes and not to write them. */
    boolean isDryRun();

    /**
     * Writes what belongs to the changes, in the transaction that has written them.
     *
     * @return the records that have changed
     */
    ChangedRecords written(Connection connection) throws SQLException;
}
