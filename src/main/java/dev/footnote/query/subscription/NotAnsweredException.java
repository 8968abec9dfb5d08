package dev.footnote.query.subscription;

import dev.footnote.query.execution.GraphQLResponse;

/** Thrown if a query that prepares a live operation is not answered. */
public final class NotAnsweredException extends RuntimeException {

    private final transient GraphQLResponse response;

    NotAnsweredException(GraphQLResponse response) {
        super(null, null, false, false);
        this.response = response;
    }

    /** The response with the errors. */
    public GraphQLResponse response() {
        return response;
    }
}
