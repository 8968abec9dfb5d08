package dev.footnote.http.graphql;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import dev.footnote.http.security.CallerAuthentication;
import dev.footnote.query.execution.GraphQLResponse;
import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * The route for GraphQL over WebSockets, with the protocols graphql-transport-ws and, for older clients, graphql-ws. It
 * replaces the framework's own route, because that one responds on the thread that all connections share, keeps every document
 * it has seen, and has no limits.
 */
@Singleton
class GraphQLWebSocketRoute {

    private static final String VERSION = "sec-websocket-version";
    private static final String KEY = "sec-websocket-key";
    /** 16 bytes in base64. */
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9+/]{21}[AQgw]==");
    private static final List<String> ALL = List.of("*");
    private static final Logger LOG = Logger.getLogger(GraphQLWebSocketRoute.class);

    final OperationConnection.Environment environment;
    final CallerAuthentication authentication;
    private final List<String> origins;
    private final List<Pattern> patterns;
    private final AtomicInteger open = new AtomicInteger();

    GraphQLWebSocketRoute(OperationConnection.Environment environment, CallerAuthentication authentication,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
        this.environment = environment;
        this.authentication = authentication;
        // an entry between slashes is a pattern and not an origin
        this.origins = origins.orElse(List.of()).stream().filter(origin -> !origin.startsWith("/")).toList();
        this.patterns = CORSFilter.parseAllowedOriginsRegex(origins);
    }

    void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (foreign(request)) {
            refuse(context, HttpError.origin());
            return;
        }
        if (!isHandshake(request.headers())) {
            refuse(context, HttpError.handshake());
            return;
        }
        GraphQLWebSocket.Protocol protocol = GraphQLWebSocket.Protocol.of(request.getHeader("sec-websocket-protocol"));
        if (protocol == null) {
            refuse(context, HttpError.protocol());
        } else if (open.incrementAndGet() > environment.config.sockets()) {
            open.decrementAndGet();
            new HttpExchange(context, null, false, environment.watch).refuse(503, GraphQLResponse.overloaded());
        } else {
            request.toWebSocket().onFailure(failure -> open.decrementAndGet()).onSuccess(
                    socket -> {
                        RequestGuard.upgraded(request.connection());
                        new GraphQLWebSocket(socket, protocol, this, context).open(open::decrementAndGet);
                    });
        }
    }

    /** Wraps a message handler so that a failure is reported to the client, which waits for a response. */
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

    private void refuse(RoutingContext context, HttpError exception) {
        new HttpExchange(context, null, false, environment.watch).refuse(exception.status(), exception.answer());
    }

    /**
     * Whether the headers are a valid handshake by RFC 6455, section 4.2.1. This is checked here, because Vert.x rejects an
     * invalid handshake with a bare status.
     */
    private static boolean isHandshake(MultiMap headers) {
        List<String> keys = headers.getAll(KEY);
        return headers.getAll(VERSION).equals(List.of("13")) && keys.size() == 1 && NONCE.matcher(keys.get(0)).matches()
                && headers.getAll(HttpHeaders.CONNECTION).stream().flatMap(line -> Stream.of(line.split(",")))
                        .anyMatch(option -> option.strip().equalsIgnoreCase("upgrade"));
    }

    /**
     * Whether the request comes from a page of another site. A browser lets any page open a WebSocket and sends the page's
     * origin. The CORS setting lists the allowed origins and is read the same way as the framework reads it.
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
        // pages without an origin send "null"
        int host = origin.indexOf("://");
        return host < 0 || !origin.substring(host + 3).equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    }
}
