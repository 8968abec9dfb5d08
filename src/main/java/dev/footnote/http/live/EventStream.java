package dev.footnote.http.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.LiveEvent;
import dev.footnote.query.subscription.LiveOperation;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** A response of server-sent events with the events of one live operation. */
public final class EventStream implements LiveSink {

    public static final String TYPE = "text/event-stream";
    /** The event that ends an operation, by the protocol graphql-sse. */
    public static final String COMPLETE = "event: complete\ndata:\n\n";

    private static final Buffer COMMENT = Buffer.buffer(":\n\n");

    private final HttpServerResponse response;
    private final Context context = Vertx.currentContext();
    private final Function<LiveEvent, String> form;
    private volatile boolean isWriting;

    private EventStream(HttpServerResponse response, Function<LiveEvent, String> form) {
        this.response = response;
        this.form = form;
    }

    /**
     * Begins to answer by events. Called on the thread of the connection.
     *
     * @param form makes the text of an event
     * @return false if too many are open, and nothing was sent
     */
    public static boolean begin(HttpServerResponse response, LiveSessions sessions, LiveOperation operation,
            Function<LiveEvent, String> form) {
        EventStream stream = new EventStream(response, form);
        return sessions.open(operation, stream).map(session -> {
            Vertx vertx = stream.context.owner();
            long beats = vertx.setPeriodic(sessions.heartbeat().toMillis(), timer -> stream.beat());
            response.closeHandler(closed -> {
                vertx.cancelTimer(beats);
                sessions.close(session);
            });
            head(response).setChunked(true).write(COMMENT);
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
        write(text, false);
    }

    @Override
    public void fail(GraphQLResponse error) {
        write(Buffer.buffer(next(new String(error.body(), StandardCharsets.UTF_8)) + COMPLETE), true);
    }

    /** Sends a comment, which clients ignore. */
    private void beat() {
        if (isReady()) {
            response.write(COMMENT);
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
