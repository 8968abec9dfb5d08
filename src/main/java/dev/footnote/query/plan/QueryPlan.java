package dev.footnote.query.plan;

import java.util.List;

import dev.footnote.query.QueryLimits;
import dev.footnote.query.output.ResultWriter;

/**
 * Plan of an operation: what to read, parents before their children, and what to write from it.
 *
 * @param introspection how many schema values are requested, which graphql-java resolves; 0 if none
 * @param variable whether the selection depends on variables, so that the plan cannot be kept for the next request
 */
public record QueryPlan(List<FetchNode> fetches, List<FieldWriter> parts, long introspection, boolean variable) {

    public QueryPlan {
        fetches = List.copyOf(fetches);
        parts = List.copyOf(parts);
    }

    public boolean introspective() {
        return introspection > 0;
    }

    /** Makes the plan immutable, so that any number of requests can share it. */
    public QueryPlan shared(QueryLimits limits) {
        BoundPlan.seal(fetches, limits);
        return this;
    }

    /** Writes the results of the plan as the object under {@code data}. */
    public void write(ResultWriter out, FetchResults loaded) {
        FieldWriter.object(out, "Query", parts, loaded, null, null);
    }
}
