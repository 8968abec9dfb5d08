package dev.footnote.wire;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import dev.footnote.answer.Answer;
import dev.footnote.desk.Desk;
import dev.footnote.meter.Watch;
import dev.footnote.request.RequestReader;
import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
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

    private static final String VERSION = "sec-websocket-version";
    private static final String KEY = "sec-websocket-key";
    /** 16 bytes in base64. */
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9+/]{21}[AQgw]==");
    private static final List<String> ALL = List.of("*");
    private static final Logger LOG = Logger.getLogger(SocketDoor.class);

    final Desk desk;
    final RequestReader reader;
    final WireConfig config;
    final Watch watch;
    private final List<String> origins;
    private final List<Pattern> patterns;
    private final AtomicInteger open = new AtomicInteger();

    SocketDoor(Desk desk, RequestReader reader, WireConfig config, Watch watch,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
        this.desk = desk;
        this.reader = reader;
        this.config = config;
        this.watch = watch;
        // an entry between slashes is a pattern, and no origin itself
        this.origins = origins.orElse(List.of()).stream().filter(origin -> !origin.startsWith("/")).toList();
        this.patterns = CORSFilter.parseAllowedOriginsRegex(origins);
    }

    void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (foreign(request)) {
            refuse(context, WireRefusal.origin());
            return;
        }
        if (!isHandshake(request.headers())) {
            refuse(context, WireRefusal.handshake());
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
                        Gate.upgraded(request.connection());
                        new Socket(socket, protocol, this).open(vertx, open::decrementAndGet);
                    });
        }
    }

    /** Takes messages in, and says where one could not be, because its sender waits. */
    static Handler<String> guarded(Handler<String> taking, Runnable failed) {
        return message -> {
            try {
                taking.handle(message);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                LOG.error("A message over a WebSocket could not be taken in", e);
                failed.run();
            }
        };
    }

    private void refuse(RoutingContext context, WireRefusal refusal) {
        new Exchange(context, null, false, watch).refuse(refusal.status(), refusal.answer());
    }

    /** By RFC 6455, section 4.2.1; checked here, because Vert.x answers what is none with a bare status. */
    private static boolean isHandshake(MultiMap headers) {
        List<String> keys = headers.getAll(KEY);
        return headers.getAll(VERSION).equals(List.of("13")) && keys.size() == 1 && NONCE.matcher(keys.get(0)).matches()
                && headers.getAll(HttpHeaders.CONNECTION).stream().flatMap(line -> Stream.of(line.split(",")))
                        .anyMatch(option -> option.strip().equalsIgnoreCase("upgrade"));
    }

    /**
     * Whether a page of another site asks: a browser lets any page open a WebSocket, and says from where. Who is let in stands
     * in the setting for CORS, and is read as the framework reads it there.
     */
    private boolean foreign(HttpServerRequest request) {
        List<String> given = request.headers().getAll(HttpHeaders.ORIGIN);
        if (given.isEmpty() || origins.equals(ALL)) {
            return false;
        }
        String origin = given.get(0);
        if (given.size() > 1) {
            return true;
        }
        if (origins.contains(origin) || CORSFilter.isOriginAllowedByRegex(patterns, origin)) {
            return false;
        }
        // pages without an origin say "null"
        int host = origin.indexOf("://");
        return host < 0 || !origin.substring(host + 3).equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    }
}
