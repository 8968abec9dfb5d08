package dev.footnote.transfer;

import java.sql.Connection;
import java.sql.SQLException;

import dev.footnote.merging.Pace;
import dev.footnote.staging.Progress;

/** What a room keeps that follows from the records of a dataset, such as keys to find them by. */
public interface Derived {

    /** What it is called, the only one of that name. */
    String name();

    /** Changes whenever something else follows from the same records. */
    String version();

    /**
     * Has what is kept follow from the records, within the transaction that writes them.
     *
     * @param pace told after some thousand rows each
     * @param anew whether what is kept was made by other rules, so that none of it holds; else some of it may
     */
    void derive(Connection connection, boolean anew, Pace pace, Progress progress) throws SQLException;
}
