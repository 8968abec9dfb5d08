package dev.footnote.query.execution;

import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.document.PreparedDocument;
import dev.footnote.query.plan.BoundPlan;
import dev.footnote.query.plan.QueryPlan;
import graphql.language.OperationDefinition;

/**
 * A request that can be answered: everything that may be wrong with it was looked for.
 *
 * @param estimate what answering costs at most
 */
public record PreparedRequest(GraphQLRequest request, PreparedDocument prepared, OperationDefinition operation,
        QueryPlan question, BoundPlan asked,
        long estimate) {

    /** Whether nothing has to be read for it. */
    public boolean trivial() {
        return question.fetches().isEmpty() && !question.introspective();
    }

    /** The name of the operation, or null where it has none. */
    public String name() {
        return operation.getName();
    }
}
