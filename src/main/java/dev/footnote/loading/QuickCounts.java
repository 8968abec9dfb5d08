package dev.footnote.loading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.footnote.question.Asked;
import dev.footnote.question.Fetch;
import dev.footnote.question.Layout;
import dev.footnote.revision.Current;
import dev.footnote.sql.Sql;

/**
 * Counts whole tables of H2, which knows how many rows there are, but in a snapshot looks at each of them. So they are
 * counted ahead of the snapshot, and kept for it where the version of the dataset is the same before and after.
 */
final class QuickCounts {

    private final Connection connection;
    private final Sums sums;

    /** @param connection in no transaction */
    QuickCounts(Connection connection, Sums sums) {
        this.connection = connection;
        this.sums = sums;
    }

    void keep(Asked asked) throws SQLException {
        List<Sql> counts = counts(asked);
        if (counts.isEmpty()) {
            return;
        }
        String version = one(Current.VERSION);
        counts.removeIf(sql -> sums.get(version, sql) != null);
        List<Object[]> numbers = new ArrayList<>();
        for (Sql sql : counts) {
            numbers.add(new Object[] { Integer.valueOf(one(sql.text())) });
        }
        if (!counts.isEmpty() && version.equals(one(Current.VERSION))) {
            for (int i = 0; i < counts.size(); i++) {
                sums.put(version, counts.get(i), List.<Object[]> of(numbers.get(i)));
            }
        }
    }

    private static List<Sql> counts(Asked asked) {
        List<Sql> counts = new ArrayList<>();
        for (Fetch fetch : asked.fetches()) {
            if (fetch.anchor instanceof Fetch.All && fetch.count()) {
                counts.add(asked.statement(fetch).count(asked.window(fetch)));
            } else if (fetch.anchor instanceof Fetch.Totals totals && totals.of().anchor instanceof Fetch.All
                    && isCount(fetch.layout)) {
                counts.add(asked.summary(fetch).totals());
            }
        }
        counts.removeIf(sql -> sql.text().contains("WHERE"));
        return counts;
    }

    private static boolean isCount(Layout layout) {
        return layout.size() == 1 && layout.cell(0).sql().equals("COUNT(*)");
    }

    private String one(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql + Statements.ALONE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
