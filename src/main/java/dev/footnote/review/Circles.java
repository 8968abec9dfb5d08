package dev.footnote.review;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds who can be reached from himself. It is the one check that keeps something of each line in memory, two numbers of those
 * that name another, and looks at a million of these at most.
 */
final class Circles {

    private static final int MOST = 1_000_000;
    /** More are told of nobody. */
    private static final int MOST_TOLD = 1000;

    private final Map<Integer, List<Integer>> ways = new HashMap<>();

    /** @param sql gives two numbers of every way: from which it leads, and to which */
    Circles(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            statement.setMaxRows(MOST);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    ways.computeIfAbsent(rows.getInt(1), from -> new ArrayList<>(1)).add(rows.getInt(2));
                }
            }
        }
        prune();
        turn();
        prune();
    }

    /** Drops, again and again, whoever leads nowhere: such a one is in no circle. */
    private void prune() {
        Map<Integer, List<Integer>> back = reversed();
        List<Integer> ends = new ArrayList<>();
        back.keySet().stream().filter(one -> !ways.containsKey(one)).forEach(ends::add);
        while (!ends.isEmpty()) {
            Integer end = ends.remove(ends.size() - 1);
            for (Integer from : back.getOrDefault(end, List.of())) {
                List<Integer> to = ways.get(from);
                if (to != null && to.removeIf(end::equals) && to.isEmpty()) {
                    ways.remove(from);
                    ends.add(from);
                }
            }
        }
    }

    private Map<Integer, List<Integer>> reversed() {
        Map<Integer, List<Integer>> back = new HashMap<>();
        ways.forEach((from, all) -> all.forEach(to -> back.computeIfAbsent(to, key -> new ArrayList<>(1)).add(from)));
        return back;
    }

    private void turn() {
        Map<Integer, List<Integer>> back = reversed();
        ways.clear();
        ways.putAll(back);
    }

    /** Those in circles or between two of them, for a list in SQL. */
    String members() {
        Set<Integer> members = new HashSet<>(ways.keySet());
        List<Integer> told = new ArrayList<>(members);
        Collections.sort(told);
        return told.isEmpty() ? "-1"
                : told.subList(0, Math.min(told.size(), MOST_TOLD)).stream().map(String::valueOf)
                        .collect(Collectors.joining(", "));
    }
}
