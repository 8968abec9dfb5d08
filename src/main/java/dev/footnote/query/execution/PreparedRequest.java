package dev.footnote.query.execution;

import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.document.PreparedDocument;
import dev.footnote.query.plan.BoundPlan;
import dev.footnote.query.plan.QueryPlan;
import graphql.language.OperationDefinition;

/**
 * A request that is ready to be executed: all checks have passed.
 *
 * @param estimate the maximum cost of the response
 */
public record PreparedRequest(GraphQLRequest request, PreparedDocument prepared, OperationDefinition operation,
        QueryPlan question, BoundPlan asked,
        long estimate) {

    /** Whether nothing has to be read for the request. */
    public boolean trivial() {
        return question.fetches().isEmpty() && !question.introspective() && !mutates();
    }

    /** Whether the request changes something. */
    public boolean mutates() {
        return operation.getOperation() == OperationDefinition.Operation.MUTATION;
    }

    /** The name of the operation, or null if it has none. */
    public String name() {
        return operation.getName();
    }
}
