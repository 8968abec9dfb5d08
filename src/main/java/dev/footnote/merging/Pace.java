package dev.footnote.merging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import dev.footnote.database.Dialect;

/** How much an import writes with one statement, so that it can tell how far it is, and what happens after each. */
public final class Pace {

    private static final int H2_STEP = 10_000;
    /** More, because each statement looks anew for the best way to what it joins. */
    private static final int STEP = 250_000;

    private final Connection connection;
    private final Dialect dialect;
    private final boolean alone;
    private final Indexes indexes;

    /** @param alone whether the database holds no dataset, so that nobody is shown what is half-written */
    public Pace(Connection connection, Dialect dialect, boolean alone) {
        this.connection = connection;
        this.dialect = dialect;
        // PostgreSQL gains nothing by it, and lets others look
        this.alone = alone && dialect == Dialect.H2;
        this.indexes = new Indexes(connection);
    }

    int size() {
        return dialect == Dialect.H2 ? H2_STEP : STEP;
    }

    /** Whether steps are committed one by one. */
    public boolean alone() {
        return alone;
    }

    /** A step is done. It is committed where that is nobody's yet, because H2 writes all that is not a second time. */
    public void step() throws SQLException {
        if (alone) {
            connection.commit();
        }
    }

    /** Takes the indexes of a table away that is empty and about to be filled, where nobody else looks. */
    public void bare(String table) throws SQLException {
        if (alone) {
            indexes.drop(table);
        }
    }

    /** Makes them again: of all rows at once, because H2 sorts those then and does not look for the place of each. */
    public void indexed(String table) throws SQLException {
        if (alone) {
            indexes.make(table);
        }
    }

    /** Deletes all rows of a table. */
    public void empty(String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // the quick way only where nobody looks, because others would wait for it on PostgreSQL
            statement.execute((alone ? "TRUNCATE TABLE " : "DELETE FROM ") + table);
        }
    }

    /** Empties tables that an import was filling when it was killed, and makes the indexes that it took away. */
    public void mend() throws SQLException {
        if (alone) {
            indexes.mend();
        }
    }

    /** What has the database insert the rows of a query as it finds them, without keeping all of them first. */
    String direct() {
        return dialect == Dialect.H2 ? "DIRECT" : "";
    }
}
