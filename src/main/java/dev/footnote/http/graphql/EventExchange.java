package dev.footnote.http.graphql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import dev.footnote.http.AcceptHeader;
import dev.footnote.http.live.EventFormat;
import dev.footnote.http.live.EventResponse;
import dev.footnote.http.live.EventStream;
import dev.footnote.http.live.LiveRequests;
import dev.footnote.http.live.LiveSessions;
import dev.footnote.observability.RequestObserver;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.LiveRequest.LiveQueries;
import dev.footnote.query.subscription.PreparedLiveRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * One request that is answered by server-sent events, by the protocol graphql-sse: a subscription or a live query by as many
 * as there are, any other operation by one. Errors of the request are answered as JSON, with their status.
 */
public final class EventExchange extends HttpExchange implements LiveRequests.Asker {

    private static final String JSON = ResponseMediaType.JSON.contentType();
    private static final String GRAPHQL = ResponseMediaType.GRAPHQL.contentType();
    private static final Pattern EVENT_ID = Pattern.compile("\\d{1,9}");

    private final EventFormat events;
    /** Whether the client prefers events to a response; if not, only a subscription is answered by them. */
    private final boolean isPreferred;
    private boolean isEvents;

    /** @param told whether every response reports its cost */
    public EventExchange(RoutingContext routing, EventFormat events, boolean told, RequestObserver watch) {
        super(routing, null, told, watch);
        this.events = events;
        this.isPreferred = events != EventFormat.NEXT || EventResponse.TYPE.equals(
                accept(request).best(List.of(JSON, GRAPHQL, EventResponse.TYPE), type -> type));
    }

    private static AcceptHeader accept(HttpServerRequest request) {
        return AcceptHeader.of(request.headers().getAll(HttpHeaders.ACCEPT));
    }

    /** Whether the client names events among what it accepts. */
    static boolean isAccepted(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.ACCEPT).stream().anyMatch(line -> line.contains("event-stream"))
                && !accept(request).refuses(EventResponse.TYPE);
    }

    boolean isPreferred() {
        return isPreferred;
    }

    /** Which queries are answered by events, if the address does so with the given ones. */
    LiveQueries liveQueries(LiveQueries asked) {
        return isPreferred ? asked : LiveQueries.NONE;
    }

    @Override
    boolean acceptable() {
        return isPreferred || super.acceptable();
    }

    /**
     * The number of the last event that the client has, by the header in which browsers send it when they connect again.
     *
     * @throws RequestException if it is no number
     */
    OptionalInt lastEvent() {
        String id = request.getHeader("Last-Event-ID");
        if (id == null || id.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!EVENT_ID.matcher(id).matches()) {
            throw new RequestException(RequestError.of(RequestError.Code.BAD_REQUEST,
                    "The header Last-Event-ID is no number of an event, such as 7. Send the id of the last event."));
        }
        return OptionalInt.of(Integer.parseInt(id));
    }

    /** Answers HEAD, without running the operation. */
    public void head() {
        streamed();
        EventResponse.head(response).end();
    }

    @Override
    public void began(PreparedLiveRequest prepared, LiveSessions sessions) {
        then(() -> {
            streamed();
            live();
            if (!EventStream.begin(routing, sessions, prepared, events)) {
                refuse(503, GraphQLResponse.overloaded());
            }
        });
    }

    @Override
    protected GraphQLResponse formed(GraphQLResponse answer) {
        if (!isPreferred || answer.outcome() != GraphQLResponse.Outcome.ANSWERED) {
            return answer;
        }
        isEvents = true;
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        return new GraphQLResponse((EventFormat.next(body) + EventFormat.COMPLETE).getBytes(StandardCharsets.UTF_8),
                answer.outcome(), answer.cost(), answer.codes());
    }

    @Override
    protected boolean worthKeeping() {
        return !isPreferred && super.worthKeeping();
    }

    @Override
    protected int status(GraphQLResponse answer) {
        return isPreferred ? ResponseMediaType.GRAPHQL.status(answer) : super.status(answer);
    }

    @Override
    protected CharSequence contentType() {
        if (!isPreferred) {
            return super.contentType();
        }
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return isEvents ? EventResponse.TYPE : ResponseMediaType.GRAPHQL.header();
    }
}
