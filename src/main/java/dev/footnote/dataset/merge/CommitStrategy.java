package dev.footnote.dataset.merge;

import java.sql.Connection;
import java.sql.SQLException;

import dev.footnote.database.Dialect;
import dev.footnote.database.JdbcOperations;

/**
 * Decides how many rows an import writes in one statement, so that it can report progress, and whether it commits after each.
 */
public final class CommitStrategy {

    private static final int H2_STEP = 10_000;
    /** Larger than for H2, because PostgreSQL plans the joins anew for each statement. */
    private static final int STEP = 250_000;

    private final Connection connection;
    private final Dialect dialect;
    private final boolean alone;
    private final IndexSuspension indexes;

    /** @param alone whether the database holds no dataset, so that no reader can see a half-written one */
    public CommitStrategy(Connection connection, Dialect dialect, boolean alone) {
        this.connection = connection;
        this.dialect = dialect;
        // PostgreSQL gains nothing from it, and other connections may read
        this.alone = alone && dialect == Dialect.H2;
        this.indexes = new IndexSuspension(connection);
    }

    int size() {
        return dialect == Dialect.H2 ? H2_STEP : STEP;
    }

    /** Whether each step is committed. */
    public boolean alone() {
        return alone;
    }

    /** Ends a step. It is committed if no reader can see it, because H2 writes uncommitted changes a second time. */
    public void step() throws SQLException {
        if (alone) {
            connection.commit();
        }
    }

    /** Drops the indexes of an empty table before it is filled, if no reader can see it. */
    public void bare(String table) throws SQLException {
        if (alone) {
            indexes.drop(table);
        }
    }

    /** Creates the dropped indexes again. H2 then sorts all rows at once instead of inserting each into the index. */
    public void indexed(String table) throws SQLException {
        if (alone) {
            indexes.make(table);
        }
    }

    /** Deletes all rows of a table. */
    public void empty(String table) throws SQLException {
        // TRUNCATE only without readers, because they would wait for it on PostgreSQL
        JdbcOperations.execute(connection, (alone ? "TRUNCATE TABLE " : "DELETE FROM ") + table);
    }

    /**
     * Repairs a database after an import was killed: empties the tables it was filling, and creates the indexes it had dropped.
     */
    public void mend() throws SQLException {
        if (alone) {
            indexes.mend();
        }
    }

    /** SQL keyword that makes H2 insert the rows of a query as it reads them, without buffering all of them first. */
    String direct() {
        return dialect == Dialect.H2 ? "DIRECT" : "";
    }
}
