package dev.footnote.http.graphql;

import java.util.function.UnaryOperator;

import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.GraphQLResponse;

/** An operation over a connection with several that is answered once. */
class SingleAnswer extends ObservedRequest {

    final String id;
    final OperationConnection connection;
    final Runnable stop = this::stop;

    /** @param headers that contain the parent trace, if there are any */
    SingleAnswer(String id, OperationConnection connection, UnaryOperator<String> headers) {
        super(connection.environment.watch, headers);
        this.id = id;
        this.connection = connection;
    }

    void begin(GraphQLRequest request, int size) {
        connection.started(id, stop);
        connection.environment.scheduler.ask(request, size, this);
    }

    /** Runs on the thread of the connection. */
    void stop() {
        connection.environment.scheduler.abandon(cancellation());
    }

    @Override
    public boolean told() {
        return false;
    }

    @Override
    public void answered(GraphQLResponse answer) {
        connection.then(() -> {
            end(answer);
            if (connection.ended(id, stop)) {
                connection.answer(id, answer);
            }
        });
    }

    void refuse(GraphQLResponse answer) {
        end(answer);
        connection.answer(id, answer);
    }

    private void end(GraphQLResponse answer) {
        took(answer);
        note(connection.transport(), ResponseMediaType.GRAPHQL.status(answer), answer.body().length);
    }
}
