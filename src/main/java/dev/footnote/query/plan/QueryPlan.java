package dev.footnote.query.plan;

import java.util.List;

import dev.footnote.query.QueryLimits;
import dev.footnote.query.output.ResultWriter;

/**
 * An operation made ready: what to read, parents ahead of their children, and what to write from it.
 *
 * @param introspection how many values are asked for of the schema itself, which graphql-java answers; 0 where none are
 * @param variable whether variables decide what is selected, so that it cannot be kept for the next request
 */
public record QueryPlan(List<FetchNode> fetches, List<FieldWriter> parts, long introspection, boolean variable) {

    public QueryPlan {
        fetches = List.copyOf(fetches);
        parts = List.copyOf(parts);
    }

    public boolean introspective() {
        return introspection > 0;
    }

    /** The same for any number of requests: it never changes again. */
    public QueryPlan shared(QueryLimits limits) {
        BoundPlan.seal(fetches, limits);
        return this;
    }

    /** Writes what was read for it as the object that stands under {@code data}. */
    public void write(ResultWriter out, FetchResults loaded) {
        FieldWriter.object(out, "Query", parts, loaded, null, null);
    }
}
