package dev.footnote.http.graphql;

import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.CancellationToken;
import dev.footnote.query.execution.GraphQLResponse;

/** An operation over a WebSocket that is answered once. */
class SingleAnswer extends ObservedRequest {

    final String id;
    final GraphQLWebSocket socket;
    final Runnable stop = this::stop;

    SingleAnswer(String id, GraphQLWebSocket socket) {
        super(new CancellationToken(), socket.route().watch, header -> null);
        this.id = id;
        this.socket = socket;
    }

    void begin(GraphQLRequest request, int size) {
        socket.started(id, stop);
        socket.route().scheduler.ask(request, size, this);
    }

    /** Runs on the thread of the connection. */
    void stop() {
        socket.route().scheduler.abandon(cancellation());
    }

    @Override
    public boolean told() {
        return false;
    }

    @Override
    public void answered(GraphQLResponse answer) {
        socket.then(() -> {
            end(answer);
            if (socket.ended(id, stop)) {
                socket.answer(id, answer);
            }
        });
    }

    void refuse(GraphQLResponse answer) {
        end(answer);
        socket.answer(id, answer);
    }

    private void end(GraphQLResponse answer) {
        took(answer);
        note("WEBSOCKET", ResponseMediaType.GRAPHQL.status(answer), answer.body().length);
    }
}
