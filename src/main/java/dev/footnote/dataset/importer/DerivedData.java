package dev.footnote.dataset.importer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

import dev.footnote.dataset.merge.ChangedRecords;
import dev.footnote.dataset.merge.CommitStrategy;
import dev.footnote.dataset.staging.ProgressListener;

/** Data derived from the records of a dataset, such as search keys. */
public interface DerivedData {

    /** Unique name. */
    String name();

    /** Changes whenever other data is derived from the same records. */
    String version();

    /** The tables of the records that it is derived from. */
    Set<String> tables();

    /**
     * Updates the derived data within the transaction that writes the records.
     *
     * @param anew whether the existing data was made by another version, so that none of it is valid; otherwise some of it may
     *        be
     * @param commitStrategy called after every few thousand rows
     */
    void derive(Connection connection, boolean anew, CommitStrategy commitStrategy, ProgressListener progress)
            throws SQLException;

    /** Updates what an edit of a few records changes, within its transaction. */
    default void update(Connection connection, ChangedRecords changed, CommitStrategy commitStrategy) throws SQLException {
        derive(connection, false, commitStrategy, ProgressListener.NONE);
    }
}
