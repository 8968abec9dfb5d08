package dev.footnote.query.execution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.footnote.database.replica.CurrentRevision;
import dev.footnote.query.plan.BoundPlan;
import dev.footnote.query.plan.FetchNode;
import dev.footnote.query.plan.FetchSource;
import dev.footnote.query.plan.RowLayout;
import dev.footnote.query.sql.SqlBuilder;

/**
 * Counts the rows of whole tables in H2. H2 knows these counts, but within a snapshot it scans every row. So the tables are
 * counted before the snapshot. The counts are used if the dataset version is the same before and after.
 */
final class TableRowCounts {

    private final Connection connection;
    private final AggregateCache sums;

    /**
     * Creates the counter.
     *
     * @param connection a connection without a transaction
     */
    TableRowCounts(Connection connection, AggregateCache sums) {
        this.connection = connection;
        this.sums = sums;
    }

    void keep(BoundPlan asked) throws SQLException {
        List<SqlBuilder> counts = counts(asked);
        if (counts.isEmpty()) {
            return;
        }
        String version = one(CurrentRevision.VERSION);
        counts.removeIf(sql -> sums.get(version, sql).isPresent());
        List<Object[]> numbers = new ArrayList<>();
        for (SqlBuilder sql : counts) {
            numbers.add(new Object[] { Integer.valueOf(one(sql.text())) });
        }
        if (!counts.isEmpty() && version.equals(one(CurrentRevision.VERSION))) {
            for (int i = 0; i < counts.size(); i++) {
                sums.put(version, counts.get(i), List.<Object[]> of(numbers.get(i)));
            }
        }
    }

    private static List<SqlBuilder> counts(BoundPlan asked) {
        List<SqlBuilder> counts = new ArrayList<>();
        for (FetchNode fetch : asked.fetches()) {
            if (fetch.source instanceof FetchSource.RootList && fetch.count()) {
                counts.add(asked.statement(fetch).count(asked.pageRequest(fetch)));
            } else if (fetch.source instanceof FetchSource.Aggregate totals
                    && totals.of().source instanceof FetchSource.RootList
                    && isCount(fetch.layout)) {
                counts.add(asked.summary(fetch).totals());
            }
        }
        counts.removeIf(sql -> sql.text().contains("WHERE"));
        return counts;
    }

    private static boolean isCount(RowLayout layout) {
        return layout.size() == 1 && layout.cell(0).sql().equals("COUNT(*)");
    }

    private String one(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql + StatementRunner.ALONE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
