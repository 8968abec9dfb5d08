package dev.footnote.http.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

import dev.footnote.http.live.LiveEvents;
import dev.footnote.http.live.LiveRequests;
import dev.footnote.http.live.LiveSession;
import dev.footnote.http.live.LiveSessions;
import dev.footnote.http.live.LiveSink;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.LiveEvent;
import dev.footnote.query.subscription.LiveRequest;
import dev.footnote.query.subscription.LiveRequest.LiveQueries;
import dev.footnote.query.subscription.PreparedLiveRequest;
import io.vertx.core.Future;

/** An operation over a connection with several that may be a live one, which is known when its document was read. */
class LiveSubscription extends SingleAnswer implements LiveRequests.Asker, LiveSink {

    /** Ends the preparation, and later the live operation. */
    private Runnable close = super::stop;
    private volatile boolean isClosed;
    /** The bytes of all events that were sent. */
    private long bytes;

    LiveSubscription(String id, OperationConnection connection, UnaryOperator<String> headers) {
        super(id, connection, headers);
    }

    @Override
    void begin(GraphQLRequest request, int size) {
        connection.started(id, stop);
        connection.environment.live.ask(new LiveRequest(request, size, LiveQueries.WITH_DIRECTIVE, OptionalInt.empty()), this);
    }

    @Override
    public void began(PreparedLiveRequest prepared, LiveSessions sessions) {
        connection.then(() -> {
            if (connection.isRunning(id, stop)) {
                live();
                Optional<LiveSession> opened = sessions.open(prepared, this);
                opened.ifPresentOrElse(session -> close = () -> sessions.close(session),
                        () -> answered(GraphQLResponse.overloaded()));
            }
        });
    }

    @Override
    void stop() {
        isClosed = true;
        close.run();
        note(connection.transport(), 200, bytes);
    }

    @Override
    public boolean isClosed() {
        return isClosed;
    }

    @Override
    public boolean isReady() {
        return !isClosed && connection.pending.isReady();
    }

    @Override
    public boolean send(LiveEvents events, Runnable written) {
        List<String> messages = events.all().stream().map(LiveEvent::payload).map(payload -> connection.next(id, payload))
                .toList();
        int length = messages.stream().mapToInt(String::length).sum();
        if (isClosed || !connection.pending.add(length)) {
            return false;
        }
        connection.then(() -> {
            List<Future<Void>> sent = new ArrayList<>();
            if (connection.isRunning(id, stop) && connection.isStillAuthorized()) {
                messages.forEach(message -> sent.add(connection.say(message)));
                bytes += length;
            }
            Future.join(sent).onComplete(done -> {
                connection.pending.remove(length);
                written.run();
            });
        });
        return true;
    }

    @Override
    public void fail(GraphQLResponse error) {
        isClosed = true;
        answered(error);
    }
}
