package dev.footnote.query.execution;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an answer took.
 *
 * @param estimated the most it could cost, known before anything was read: about one for each record
 * @param actual the same, for what was read
 * @param statements SQL statements; one run for each of several parents counts once
 * @param rows records that were read
 */
public record ExecutionCost(long estimated, long actual, int statements, long rows) {

    public static final ExecutionCost NONE = new ExecutionCost(0, 0, 0, 0);

    public ExecutionCost plus(ExecutionCost other) {
        return new ExecutionCost(estimated + other.estimated, actual + other.actual, statements + other.statements,
                rows + other.rows);
    }

    /** As it stands in {@code extensions.cost}. */
    Map<String, Object> specified(int limit) {
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("estimated", (int) Math.min(Integer.MAX_VALUE, estimated));
        cost.put("actual", (int) Math.min(Integer.MAX_VALUE, actual));
        cost.put("limit", limit);
        cost.put("statements", statements);
        cost.put("rows", (int) Math.min(Integer.MAX_VALUE, rows));
        return cost;
    }
}
