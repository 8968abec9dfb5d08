package dev.footnote.analysis.disagreement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.inject.Singleton;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.importer.DerivedData;
import dev.footnote.dataset.merge.CommitStrategy;
import dev.footnote.dataset.staging.ProgressListener;

/**
 * Maintains the table {@code rival_figure} with the few figures that may contradict others. Finding them requires a scan of all
 * figures, which would take too long for an operation.
 */
@Singleton
class RivalFigureTable implements DerivedData {

    /** Figures of one metric in one report that differ. The statement reads only an index, in index order. */
    private static final String IN_REPORTS = """
            SELECT ARRAY_AGG(f.id)
            FROM figure f
            WHERE f.report_id IS NOT NULL
            GROUP BY f.report_id, f.metric
            HAVING MIN(f.amount) < MAX(f.amount)""";

    private static final String OUTSIDE_OF_REPORTS = """
            SELECT ARRAY_AGG(f.id)
            FROM figure f
            WHERE f.report_id IS NULL
            GROUP BY f.organization_id, f.initiative_id, f.product_id, f.metric
            HAVING MIN(f.amount) < MAX(f.amount)""";

    private static final String REPORTS_OF_ONE_TIME = """
            SELECT ARRAY_AGG(r.id)
            FROM financial_report r
            GROUP BY r.organization_id, r.fiscal_year, r.period
            HAVING COUNT(*) > 1""";

    private static final String FIGURES_OF_REPORT = """
            SELECT f.id
            FROM figure f
            WHERE f.report_id = ?""";

    private static final int BATCH = 1000;

    @Override
    public String name() {
        return "rivals";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public void derive(Connection connection, boolean anew, CommitStrategy commitStrategy, ProgressListener progress)
            throws SQLException {
        commitStrategy.empty("rival_figure");
        // one statement after the other, because H2 runs each part of a combined statement for every row of the other parts
        Set<Integer> figures = arrays(connection, IN_REPORTS);
        figures.addAll(arrays(connection, OUTSIDE_OF_REPORTS));
        for (Integer report : arrays(connection, REPORTS_OF_ONE_TIME)) {
            JdbcOperations.read(connection, FIGURES_OF_REPORT, row -> figures.add(row.getInt(1)), report);
        }
        write(connection, figures);
        commitStrategy.step();
    }

    /** The keys in all selected arrays. */
    private static Set<Integer> arrays(Connection connection, String sql) throws SQLException {
        Set<Integer> keys = new LinkedHashSet<>();
        JdbcOperations.read(connection, sql, row -> {
            for (Object key : (Object[]) row.getArray(1).getArray()) {
                keys.add((Integer) key);
            }
        });
        return keys;
    }

    private static void write(Connection connection, Set<Integer> figures) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO rival_figure (id) VALUES (?)")) {
            int waiting = 0;
            for (Integer figure : figures) {
                statement.setInt(1, figure);
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
