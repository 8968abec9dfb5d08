package dev.footnote.http.live;

import java.time.Duration;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** A response of server-sent events. It is created on the thread of its connection. */
public final class EventResponse {

    public static final String TYPE = "text/event-stream";

    private static final Buffer COMMENT = Buffer.buffer(":\n\n");

    private final RoutingContext routing;
    private final HttpServerResponse response;
    private final Context context = Vertx.currentContext();

    public EventResponse(RoutingContext routing) {
        this.routing = routing;
        this.response = routing.response();
    }

    public static HttpServerResponse head(HttpServerResponse response) {
        return response.putHeader(HttpHeaders.CONTENT_TYPE, TYPE).putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT).putHeader("X-Accel-Buffering", "no");
    }

    /**
     * Sends the head, on the thread of the connection.
     *
     * @param beat called after each pause of that length while the client is there, and sends a comment if it is worth one
     * @param ended called when the client has left or the response was ended, perhaps twice
     */
    public void begin(Duration pause, Runnable beat, Runnable ended) {
        Vertx vertx = context.owner();
        long beats = vertx.setPeriodic(pause.toMillis(), timer -> {
            if (isGone()) {
                // asked as well, because an end that nobody was told of would take a place for ever
                vertx.cancelTimer(timer);
                ended.run();
            } else {
                beat.run();
            }
        });
        routing.addEndHandler(end -> {
            vertx.cancelTimer(beats);
            ended.run();
        });
        head(response).setChunked(true).write(COMMENT);
    }

    public boolean isGone() {
        return response.closed() || response.ended();
    }

    /** @return completes when the text was sent, or cannot be sent */
    public Future<Void> write(Buffer text) {
        Promise<Void> sent = Promise.promise();
        then(() -> {
            if (isGone()) {
                sent.complete();
            } else {
                response.write(text).onComplete(sent);
            }
        });
        return sent.future();
    }

    /** Sends a comment, which clients ignore. */
    public void comment() {
        write(COMMENT);
    }

    public void end(Buffer text) {
        then(() -> {
            if (!isGone()) {
                response.end(text);
            }
        });
    }

    /** Runs on the thread of the connection. */
    void then(Runnable next) {
        if (Vertx.currentContext() == context) {
            next.run();
        } else {
            context.runOnContext(nothing -> next.run());
        }
    }
}
