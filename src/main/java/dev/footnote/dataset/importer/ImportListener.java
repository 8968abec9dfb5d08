package dev.footnote.dataset.importer;

import java.sql.Connection;
import java.sql.SQLException;

import dev.footnote.dataset.merge.ChangeCounts;

/** Is told of every import that changes an existing dataset, in its transaction. */
public interface ImportListener {

    void imported(Connection connection, ChangeCounts changes) throws SQLException;
}
