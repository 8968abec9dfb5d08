package dev.footnote.http.live;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.footnote.http.security.CallerAuthentication;
import dev.footnote.http.security.CallerErrors;
import dev.footnote.http.security.CredentialValidity;
import dev.footnote.query.Caller;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.PreparedLiveRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** A response of server-sent events with the events of one live operation. */
public final class EventStream implements LiveSink {

    private final EventResponse response;
    private final Caller caller;
    private final EventFormat format;
    private final PendingWrites pending = new PendingWrites();
    private volatile boolean isClosed;

    private EventStream(RoutingContext routing, EventFormat format) {
        this.response = new EventResponse(routing);
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
        EventStream stream = new EventStream(routing, format);
        if (stream.response.isGone()) {
            // the client has left, and nothing would tell so a second time
            return true;
        }
        Optional<LiveSession> session = sessions.open(request, stream);
        session.ifPresent(opened -> stream.response.begin(sessions.heartbeat(), stream::beat, () -> {
            stream.isClosed = true;
            sessions.close(opened);
        }));
        return session.isPresent();
    }

    @Override
    public boolean isClosed() {
        // asked of the response as well, because an end that nobody was told of would take a place for ever
        return isClosed || response.isGone();
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
        response.then(() -> write(text, written));
        return true;
    }

    @Override
    public void fail(GraphQLResponse error) {
        isClosed = true;
        String text = EventFormat.next(new String(error.body(), StandardCharsets.UTF_8)) + EventFormat.COMPLETE;
        response.end(Buffer.buffer(text));
    }

    private void write(Buffer text, Runnable written) {
        if (response.isGone() || !isAuthorized()) {
            return;
        }
        response.write(text).onComplete(done -> {
            pending.remove(text.length());
            written.run();
        });
    }

    private void beat() {
        if (pending.isEmpty() && isAuthorized()) {
            response.comment();
        }
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
