package dev.footnote.wire;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.footnote.answer.Answer;
import dev.footnote.desk.Desk;
import dev.footnote.meter.Watch;
import dev.footnote.request.RequestReader;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes GraphQL requests in over WebSockets, by the protocols graphql-transport-ws and, for older clients, graphql-ws. It
 * stands in place of the framework's own, because that one answers on the thread that all connections share, keeps every
 * document it has seen, and bounds nothing.
 */
@Singleton
class SocketDoor {

    final Desk desk;
    final RequestReader reader;
    final WireConfig config;
    final Watch watch;
    private final List<String> origins;
    private final AtomicInteger open = new AtomicInteger();

    SocketDoor(Desk desk, RequestReader reader, WireConfig config, Watch watch,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
        this.desk = desk;
        this.reader = reader;
        this.config = config;
        this.watch = watch;
        this.origins = origins.orElse(List.of());
    }

    void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (foreign(request)) {
            refuse(context, WireRefusal.origin());
            return;
        }
        Socket.Protocol protocol = Socket.Protocol.of(request.getHeader("sec-websocket-protocol"));
        if (protocol == null) {
            refuse(context, WireRefusal.protocol());
        } else if (open.incrementAndGet() > config.sockets()) {
            open.decrementAndGet();
            new Exchange(context, null, false, watch).refuse(503, Answer.overloaded());
        } else {
            Vertx vertx = context.vertx();
            request.toWebSocket().onFailure(failure -> open.decrementAndGet()).onSuccess(
                    socket -> {
                        Gate.throttle(request.connection());
                        new Socket(socket, protocol, this).open(vertx, open::decrementAndGet);
                    });
        }
    }

    private void refuse(RoutingContext context, WireRefusal refusal) {
        new Exchange(context, null, false, watch).refuse(refusal.status(), refusal.answer());
    }

    /** Whether a page of another site asks: a browser lets any page open a WebSocket, and says from where. */
    private boolean foreign(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || origins.contains(origin) || origins.contains("*")) {
            return false;
        }
        // pages without an origin say "null"
        int host = origin.indexOf("://");
        return host < 0 || !origin.substring(host + 3).equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    }
}
