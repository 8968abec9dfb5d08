package dev.footnote.http.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

import dev.footnote.http.security.CallerAuthentication;
import dev.footnote.http.security.CallerErrors;
import dev.footnote.http.security.CredentialValidity;
import dev.footnote.query.Caller;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.LiveEvent;
import dev.footnote.query.subscription.LiveOperation;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** A response of server-sent events with the events of one live operation. */
public final class EventStream implements LiveSink {

    public static final String TYPE = "text/event-stream";
    /** The event that ends an operation, by the protocol graphql-sse. */
    public static final String COMPLETE = "event: complete\ndata:\n\n";

    private static final Buffer COMMENT = Buffer.buffer(":\n\n");

    private final HttpServerResponse response;
    private final Caller caller;
    private final Context context = Vertx.currentContext();
    private final Function<LiveEvent, String> form;
    private volatile boolean isWriting;

    private EventStream(RoutingContext routing, Function<LiveEvent, String> form) {
        this.response = routing.response();
        this.caller = CallerAuthentication.caller(routing);
        this.form = form;
    }

    /**
     * Begins to answer by events. Called on the thread of the connection.
     *
     * @param form makes the text of an event
     * @return false if too many are open, and nothing was sent
     */
    public static boolean begin(RoutingContext routing, LiveSessions sessions, LiveOperation operation,
            Function<LiveEvent, String> form) {
        EventStream stream = new EventStream(routing, form);
        return sessions.open(operation, stream).map(session -> {
            Vertx vertx = stream.context.owner();
            long beats = vertx.setPeriodic(sessions.heartbeat().toMillis(), timer -> stream.beat());
            routing.addEndHandler(ended -> {
                vertx.cancelTimer(beats);
                sessions.close(session);
            });
            head(routing.response()).setChunked(true).write(COMMENT);
            return session;
        }).isPresent();
    }

    public static HttpServerResponse head(HttpServerResponse response) {
        return response.putHeader(HttpHeaders.CONTENT_TYPE, TYPE).putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no");
    }

    /** An event by the protocol graphql-sse. */
    public static String next(LiveEvent event) {
        return (event.number().isPresent() ? "id: " + event.number().getAsInt() + "\n" : "") + next(event.payload());
    }

    public static String next(String payload) {
        return "event: next\ndata: " + payload + "\n\n";
    }

    @Override
    public boolean isReady() {
        return !isWriting && !response.closed() && !response.writeQueueFull();
    }

    @Override
    public void send(List<LiveEvent> events) {
        Buffer text = Buffer.buffer();
        events.forEach(event -> text.appendString(form.apply(event)));
        writeIfAuthorized(text);
    }

    @Override
    public void fail(GraphQLResponse error) {
        write(Buffer.buffer(next(new String(error.body(), StandardCharsets.UTF_8)) + COMPLETE), true);
    }

    /** Sends a comment, which clients ignore. */
    private void beat() {
        if (isReady()) {
            writeIfAuthorized(COMMENT);
        }
    }

    /** Ends the stream if the credentials that it was opened with have ended. */
    private void writeIfAuthorized(Buffer text) {
        if (CredentialValidity.holds(caller)) {
            write(text, false);
        } else {
            fail(GraphQLResponse.refused(CallerErrors.invalid()));
        }
    }

    private void write(Buffer text, boolean last) {
        isWriting = true;
        context.runOnContext(nothing -> {
            if (!response.closed() && !response.ended()) {
                response.write(text);
                if (last) {
                    response.end();
                }
            }
            isWriting = false;
        });
    }
}
