package dev.footnote.merging;

import java.sql.Connection;
import java.sql.SQLException;

import dev.footnote.database.Dialect;

/** How much an import writes with one statement, so that it can tell how far it is, and what happens after each. */
public final class Pace {

    private static final int H2_STEP = 10_000;
    /** More, because each statement looks anew for the best way to what it joins. */
    private static final int STEP = 250_000;

    private final Connection connection;
    private final Dialect dialect;
    private final boolean alone;

    /** @param alone whether the database holds no dataset, so that nobody is shown what is half-written */
    public Pace(Connection connection, Dialect dialect, boolean alone) {
        this.connection = connection;
        this.dialect = dialect;
        // PostgreSQL gains nothing by it, and lets others look
        this.alone = alone && dialect == Dialect.H2;
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

    /** What has the database insert the rows of a query as it finds them, without keeping all of them first. */
    String direct() {
        return dialect == Dialect.H2 ? "DIRECT" : "";
    }
}
