package dev.footnote.http.live;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.footnote.http.security.CallerAuthentication;
import dev.footnote.http.security.CallerErrors;
import dev.footnote.http.security.CredentialValidity;
import dev.footnote.query.Caller;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.PreparedLiveRequest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** A response of server-sent events with the events of one live operation. */
public final class EventStream implements LiveSink {

    public static final String TYPE = "text/event-stream";

    private static final Buffer COMMENT = Buffer.buffer(":\n\n");

    private final HttpServerResponse response;
    private final Caller caller;
    private final Context context = Vertx.currentContext();
    private final EventFormat format;
    private final PendingWrites pending = new PendingWrites();
    private volatile boolean isClosed;

    private EventStream(RoutingContext routing, EventFormat format) {
        this.response = routing.response();
        this.caller = CallerAuthentication.caller(routing);
        this.format = format;
    }

    /**
     * Begins to answer by events. Called on the thread of the connection.
     *
     * @return false if too many are open, and nothing was sent
     */
    public static boolean begin(RoutingContext routing, LiveSessions sessions, PreparedLiveRequest request,
            EventFormat format) {
        HttpServerResponse response = routing.response();
        if (response.closed() || response.ended()) {
            // the client has left, and nothing would tell so a second time
            return true;
        }
        EventStream stream = new EventStream(routing, format);
        Optional<LiveSession> session = sessions.open(request, stream);
        session.ifPresent(opened -> stream.begin(routing, sessions, opened));
        return session.isPresent();
    }

    private void begin(RoutingContext routing, LiveSessions sessions, LiveSession session) {
        Vertx vertx = context.owner();
        long beats = vertx.setPeriodic(sessions.heartbeat().toMillis(), timer -> {
            if (isGone()) {
                vertx.cancelTimer(timer);
            } else {
                beat();
            }
        });
        routing.addEndHandler(ended -> {
            isClosed = true;
            vertx.cancelTimer(beats);
            sessions.close(session);
        });
        head(response).setChunked(true).write(COMMENT);
    }

    public static HttpServerResponse head(HttpServerResponse response) {
        return response.putHeader(HttpHeaders.CONTENT_TYPE, TYPE).putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT).putHeader("X-Accel-Buffering", "no");
    }

    @Override
    public boolean isClosed() {
        // asked of the response as well, because an end that nobody was told of would take a place for ever
        return isClosed || response.closed();
    }

    @Override
    public boolean isReady() {
        return !isClosed() && pending.isReady();
    }

    @Override
    public boolean send(LiveEvents events, Runnable written) {
        Buffer text = events.encoded(format);
        if (isClosed || !pending.add(text.length())) {
            return false;
        }
        context.runOnContext(nothing -> write(text, written));
        return true;
    }

    @Override
    public void fail(GraphQLResponse error) {
        isClosed = true;
        context.runOnContext(nothing -> {
            if (!isGone()) {
                String text = EventFormat.next(new String(error.body(), StandardCharsets.UTF_8)) + EventFormat.COMPLETE;
                response.end(Buffer.buffer(text));
            }
        });
    }

    private void write(Buffer text, Runnable written) {
        if (isGone() || !isAuthorized()) {
            return;
        }
        response.write(text).onComplete(done -> {
            pending.remove(text.length());
            written.run();
        });
    }

    /** Sends a comment, which clients ignore. */
    private void beat() {
        if (pending.isEmpty() && isAuthorized()) {
            response.write(COMMENT);
        }
    }

    private boolean isGone() {
        return response.closed() || response.ended();
    }

    /** Ends the stream if the credentials that it was opened with have ended. */
    private boolean isAuthorized() {
        boolean holds = CredentialValidity.holds(caller);
        if (!holds) {
            fail(GraphQLResponse.refused(CallerErrors.invalid()));
        }
        return holds;
    }
}
