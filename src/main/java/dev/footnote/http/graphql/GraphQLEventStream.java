package dev.footnote.http.graphql;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.footnote.http.live.EventFormat;
import dev.footnote.http.live.EventResponse;
import dev.footnote.http.security.CallerErrors;
import dev.footnote.query.Caller;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.execution.PreparedRequest;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;

/**
 * One event stream with the operations whose results it carries, by the single connection mode of graphql-sse. Each of its
 * requests arrives over a connection of its own; all methods run on the thread of the first, unless they say otherwise.
 */
final class GraphQLEventStream extends OperationConnection {

    private final Runnable closed;
    /** Whether the stream was opened, or its reservation has expired. */
    private final AtomicBoolean isTaken = new AtomicBoolean();
    /** The answers from before the stream was opened. */
    private final List<Buffer> early = new ArrayList<>();
    private volatile Optional<EventResponse> response = Optional.empty();
    private boolean isEnded;

    /** @param closed called when the stream has ended */
    GraphQLEventStream(Environment environment, Caller caller, Runnable closed) {
        super(environment);
        show(caller);
        this.closed = closed;
        context.owner().setTimer(environment.config.patience().toMillis(), late -> {
            if (isTaken.compareAndSet(false, true)) {
                end();
            }
        });
    }

    /** Sets the credentials that were shown last. They hold for the stream from now on. */
    void show(Caller shown) {
        caller = new Caller(shown.identity(), false);
    }

    /** Whether the caller is the one that has reserved the stream. */
    boolean isOf(Caller other) {
        return name(caller).equals(name(other));
    }

    private static Optional<String> name(Caller caller) {
        return caller.identity().map(SecurityIdentity::getPrincipal).map(principal -> principal.getName());
    }

    /** Opens the stream, on the thread of the request that does so. @return false if that was done before */
    boolean open(HttpExchange exchange, Duration heartbeat) {
        if (!isTaken.compareAndSet(false, true)) {
            return false;
        }
        EventResponse opened = new EventResponse(exchange.routing);
        exchange.streamed();
        exchange.live();
        opened.begin(heartbeat, () -> then(this::beat), () -> then(this::end));
        then(() -> {
            response = Optional.of(opened);
            early.forEach(opened::write);
            early.clear();
        });
        return true;
    }

    private void beat() {
        if (pending.isEmpty() && isStillAuthorized()) {
            response.ifPresent(EventResponse::comment);
        }
    }

    /** Runs an operation, and answers its request when it is known to be valid. */
    void ask(HttpExchange exchange, String id, GraphQLRequest request, int size) {
        if (isEnded || !isStillAuthorized()) {
            exchange.then(() -> HttpError.unknownStream().refuse(exchange));
        } else if (isRunning(id)) {
            exchange.then(() -> HttpError.knownOperation().refuse(exchange));
        } else if (isFull() || !pending.isReady()) {
            // what was not read stays in memory, and requests over other connections must not add to it without end
            exchange.then(() -> exchange.refuse(503, GraphQLResponse.overloaded()));
        } else {
            new Operation(id, exchange).begin(request.by(caller), size);
        }
    }

    @Override
    String transport() {
        return "EVENTS";
    }

    @Override
    void answer(String id, GraphQLResponse answer) {
        String text = next(id, new String(answer.body(), StandardCharsets.UTF_8)) + EventFormat.complete(Json.encode(id));
        pending.addAlways(text.length());
        say(text).onComplete(done -> pending.remove(text.length()));
    }

    @Override
    String next(String id, String payload) {
        return EventFormat.next(Json.encode(id), payload);
    }

    @Override
    Future<Void> say(String message) {
        Buffer text = Buffer.buffer(message);
        return response.map(opened -> opened.write(text)).orElseGet(() -> {
            early.add(text);
            return Future.succeededFuture();
        });
    }

    @Override
    void forbid() {
        GraphQLResponse error = GraphQLResponse.refused(CallerErrors.invalid());
        running().forEach(id -> answer(id, error));
        end();
    }

    private void end() {
        if (!isEnded) {
            isEnded = true;
            abandonAll();
            early.clear();
            response.ifPresent(opened -> opened.end(Buffer.buffer()));
            closed.run();
        }
    }

    /** An operation whose request is answered when it is known to be valid, and whose results are events. */
    private final class Operation extends LiveSubscription {

        private final HttpExchange exchange;
        private final AtomicBoolean isAccepted = new AtomicBoolean();

        Operation(String id, HttpExchange exchange) {
            super(id, GraphQLEventStream.this, exchange.request::getHeader);
            this.exchange = exchange;
        }

        @Override
        public void understood(PreparedRequest ready) {
            super.understood(ready);
            accept();
        }

        private void accept() {
            if (isAccepted.compareAndSet(false, true)) {
                exchange.then(() -> {
                    if (!exchange.response.closed() && !exchange.response.ended()) {
                        exchange.response.putHeader("x-request-id", cancellation().id()).setStatusCode(202).end();
                    }
                });
            }
        }

        @Override
        public void answered(GraphQLResponse answer) {
            if (isAccepted.compareAndSet(false, true)) {
                GraphQLEventStream.this.then(() -> ended(id, stop));
                // a status of 200 would say that it is accepted
                exchange.then(() -> exchange.refuse(ResponseMediaType.GRAPHQL.status(answer), answer));
            } else {
                super.answered(answer);
            }
        }

        @Override
        void stop() {
            super.stop();
            accept();
        }

        @Override
        public boolean isReady() {
            return response.isPresent() && super.isReady();
        }
    }
}
