package dev.footnote.dataset.validation;

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
 * Finds records that refer to themselves through a chain of references. It is the only check that keeps data of each row in
 * memory: two numbers per reference, for at most a million references.
 */
final class CycleDetector {

    private static final int MOST = 1_000_000;
    /** Most records reported. */
    private static final int MOST_TOLD = 1000;

    private final Map<Integer, List<Integer>> relations = new HashMap<>();

    /** @param sql returns two numbers for each reference: its start and its target */
    CycleDetector(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            statement.setMaxRows(MOST);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    relations.computeIfAbsent(rows.getInt(1), from -> new ArrayList<>(1)).add(rows.getInt(2));
                }
            }
        }
        prune();
        turn();
        prune();
    }

    /** Repeatedly removes records without outgoing references, because they are not part of a cycle. */
    private void prune() {
        Map<Integer, List<Integer>> back = reversed();
        List<Integer> ends = new ArrayList<>();
        back.keySet().stream().filter(one -> !relations.containsKey(one)).forEach(ends::add);
        while (!ends.isEmpty()) {
            Integer end = ends.remove(ends.size() - 1);
            for (Integer from : back.getOrDefault(end, List.of())) {
                List<Integer> to = relations.get(from);
                if (to != null && to.removeIf(end::equals) && to.isEmpty()) {
                    relations.remove(from);
                    ends.add(from);
                }
            }
        }
    }

    private Map<Integer, List<Integer>> reversed() {
        Map<Integer, List<Integer>> back = new HashMap<>();
        relations.forEach((from, all) -> all.forEach(to -> back.computeIfAbsent(to, key -> new ArrayList<>(1)).add(from)));
        return back;
    }

    private void turn() {
        Map<Integer, List<Integer>> back = reversed();
        relations.clear();
        relations.putAll(back);
    }

    boolean isEmpty() {
        return relations.isEmpty();
    }

    /** The records in cycles or between two cycles, as a list for SQL. */
    String attributes() {
        Set<Integer> attributes = new HashSet<>(relations.keySet());
        List<Integer> told = new ArrayList<>(attributes);
        Collections.sort(told);
        return told.subList(0, Math.min(told.size(), MOST_TOLD)).stream().map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
