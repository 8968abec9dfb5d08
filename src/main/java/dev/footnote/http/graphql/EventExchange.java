package dev.footnote.http.graphql;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.footnote.http.AcceptHeader;
import dev.footnote.http.live.EventStream;
import dev.footnote.http.live.LiveRequests;
import dev.footnote.observability.RequestObserver;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.LiveOperation;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * One request that is answered by server-sent events, by the protocol graphql-sse: a subscription or a live query by as many
 * as there are, any other operation by one.
 */
final class EventExchange extends HttpExchange {

    private static final List<String> TYPES = List.of(ResponseMediaType.JSON.contentType(),
            ResponseMediaType.GRAPHQL.contentType(), EventStream.TYPE);

    private boolean isEvents;

    EventExchange(RoutingContext routing, RequestObserver watch) {
        super(routing, null, false, watch);
    }

    /** Whether the client prefers events to a response. */
    static boolean asked(HttpServerRequest request) {
        List<String> accept = request.headers().getAll(HttpHeaders.ACCEPT);
        return accept.stream().anyMatch(line -> line.contains("event-stream"))
                && EventStream.TYPE.equals(AcceptHeader.of(accept).best(TYPES, type -> type));
    }

    @Override
    boolean acceptable() {
        return true;
    }

    /** @param always whether a query is a live query without its directive */
    void begin(GraphQLRequest request, int size, LiveRequests live, GraphQLHandler handler, boolean always) {
        live.operation(routing.vertx(), request, always)
                .onComplete(read -> then(() -> {
                    if (read.failed()) {
                        GraphQLResponse error = LiveRequests.error(read.cause());
                        refuse(ResponseMediaType.GRAPHQL.status(error), error);
                    } else if (read.result().isPresent()) {
                        stream(read.result().get(), live);
                    } else {
                        handler.ask(this, size, request);
                    }
                }));
    }

    private void stream(LiveOperation operation, LiveRequests live) {
        streamed();
        if (!EventStream.begin(routing, live.sessions(), operation, EventStream::next)) {
            refuse(503, GraphQLResponse.overloaded());
        }
    }

    @Override
    protected GraphQLResponse formed(GraphQLResponse answer) {
        isEvents = true;
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        return new GraphQLResponse((EventStream.next(body) + EventStream.COMPLETE).getBytes(StandardCharsets.UTF_8),
                answer.outcome(), answer.cost(), answer.codes());
    }

    @Override
    protected boolean worthKeeping() {
        return false;
    }

    @Override
    protected int status(GraphQLResponse answer) {
        return 200;
    }

    @Override
    protected CharSequence contentType() {
        return isEvents ? EventStream.TYPE : ResponseMediaType.GRAPHQL.header();
    }
}
