package dev.footnote.analysis.disagreement;

import java.sql.Connection;
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

    @Override
    public String name() {
        return "rivals";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Set<String> tables() {
        return Set.of("figure", "financial_report");
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
        JdbcOperations.execute(connection, """
                INSERT INTO rival_figure (id)
                SELECT f.id
                FROM unnest(CAST(? AS INTEGER ARRAY)) AS f (id)""", connection.createArrayOf("integer", figures.toArray()));
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
}
