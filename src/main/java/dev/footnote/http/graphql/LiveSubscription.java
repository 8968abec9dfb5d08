package dev.footnote.http.graphql;

import java.util.List;
import java.util.Optional;

import dev.footnote.http.live.LiveRequests;
import dev.footnote.http.live.LiveSession;
import dev.footnote.http.live.LiveSink;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.LiveEvent;
import dev.footnote.query.subscription.LiveOperation;

/** An operation over a WebSocket that may be a live one, which is known when its document was read. */
final class LiveSubscription implements LiveSink {

    private final String id;
    private final GraphQLWebSocket socket;
    private final Runnable stop = this::stop;
    private Optional<LiveSession> session = Optional.empty();
    private volatile boolean isWriting;

    LiveSubscription(String id, GraphQLWebSocket socket) {
        this.id = id;
        this.socket = socket;
    }

    /** Runs on the thread of the connection. */
    void begin(GraphQLRequest request, int size) {
        socket.started(id, stop);
        socket.route().live.operation(socket.vertx(), request, false)
                .onComplete(read -> socket.then(() -> {
                    if (!socket.isRunning(id, stop)) {
                        return;
                    }
                    if (read.failed()) {
                        end(LiveRequests.error(read.cause()));
                    } else if (read.result().isEmpty()) {
                        new SingleAnswer(id, socket).begin(request, size);
                    } else {
                        begin(read.result().get());
                    }
                }));
    }

    private void begin(LiveOperation operation) {
        session = socket.route().live.sessions().open(operation, this);
        if (session.isEmpty()) {
            end(GraphQLResponse.overloaded());
        }
    }

    private void stop() {
        session.ifPresent(socket.route().live.sessions()::close);
    }

    @Override
    public boolean isReady() {
        return !isWriting && socket.isReady();
    }

    @Override
    public void send(List<LiveEvent> events) {
        isWriting = true;
        socket.then(() -> {
            if (socket.isRunning(id, stop) && socket.isStillAuthorized()) {
                events.forEach(event -> socket.next(id, event.payload()));
            }
            isWriting = false;
        });
    }

    @Override
    public void fail(GraphQLResponse error) {
        socket.then(() -> {
            if (socket.isRunning(id, stop)) {
                end(error);
            }
        });
    }

    private void end(GraphQLResponse error) {
        socket.ended(id, stop);
        socket.answer(id, error);
    }
}
