package dev.footnote.query.execution;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The cost of a response.
 *
 * @param estimated the maximum cost, estimated before anything was read: about one for each record
 * @param actual the cost of what was read, in the same unit
 * @param statements the number of SQL statements; one that is run for each of several parents counts once
 * @param rows the number of records that were read
 */
public record ExecutionCost(long estimated, long actual, int statements, long rows) {

    public static final ExecutionCost NONE = new ExecutionCost(0, 0, 0, 0);

    public ExecutionCost plus(ExecutionCost other) {
        return new ExecutionCost(estimated + other.estimated, actual + other.actual, statements + other.statements,
                rows + other.rows);
    }

    /** The cost as it appears in {@code extensions.cost}. */
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
