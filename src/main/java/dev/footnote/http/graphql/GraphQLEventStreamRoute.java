package dev.footnote.http.graphql;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.http.AcceptHeader;
import dev.footnote.http.QueryString;
import dev.footnote.http.graphql.GraphQLRequestReader.Message;
import dev.footnote.http.live.EventResponse;
import dev.footnote.http.live.LiveSessions;
import dev.footnote.http.security.CallerAuthentication;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.RequestException;
import dev.footnote.query.execution.GraphQLResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The route for the single connection mode of graphql-sse: the results of several operations over one event stream. The stream
 * is reserved before it is opened, because a browser that opens one sends no credentials, and its token does for them.
 */
@Singleton
public class GraphQLEventStreamRoute {

    private static final String PATH = "/graphql/stream";
    private static final String TOKEN = "X-GraphQL-Event-Stream-Token";
    private static final int TOKEN_BYTES = 24;
    private static final int BEFORE_THE_FRAMEWORK = -100;

    private final OperationConnection.Environment environment;
    private final LiveSessions sessions;
    private final SecureRandom random = new SecureRandom();
    /** Streams that are reserved or open, by their tokens. */
    private final Map<String, GraphQLEventStream> streams = new ConcurrentHashMap<>();

    GraphQLEventStreamRoute(OperationConnection.Environment environment, LiveSessions sessions) {
        this.environment = environment;
        this.sessions = sessions;
    }

    void open(@Observes Router router) {
        router.route(PATH).order(BEFORE_THE_FRAMEWORK).handler(context -> {
            HttpExchange exchange = new HttpExchange(context, null, false, environment.watch);
            exchange.guarded(() -> enter(exchange));
        });
    }

    /** Whether the request opens a stream that is reserved. Its token says who the caller is. */
    public boolean opensReserved(RoutingContext context) {
        HttpMethod method = context.request().method();
        return PATH.equals(context.normalizedPath()) && (method == HttpMethod.GET || method == HttpMethod.HEAD)
                && find(context).isPresent();
    }

    private void enter(HttpExchange exchange) {
        switch (exchange.request.method().name()) {
            case "PUT" -> reserve(exchange);
            case "GET", "HEAD" -> find(exchange.routing).ifPresentOrElse(stream -> open(exchange, stream),
                    () -> HttpError.unknownStream().refuse(exchange));
            case "POST" -> own(exchange).ifPresent(stream -> RequestBody.read(exchange, environment.config,
                    body -> ask(exchange, stream, body)));
            case "DELETE" -> own(exchange).ifPresent(stream -> stop(exchange, stream));
            default -> {
                exchange.response.putHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, PUT, DELETE");
                HttpError.streamMethod().refuse(exchange);
            }
        }
    }

    private void reserve(HttpExchange exchange) {
        if (streams.size() >= environment.config.sockets()) {
            exchange.refuse(503, GraphQLResponse.overloaded());
            return;
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        streams.put(token, new GraphQLEventStream(environment, CallerAuthentication.caller(exchange.routing),
                () -> streams.remove(token)));
        exchange.response.putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store").setStatusCode(201).end(token);
        exchange.note("PUT", 201, token.length());
    }

    private void open(HttpExchange exchange, GraphQLEventStream stream) {
        if (AcceptHeader.of(exchange.request.headers().getAll(HttpHeaders.ACCEPT)).refuses(EventResponse.TYPE)) {
            HttpError.streamAccept().refuse(exchange);
        } else if (exchange.request.method() == HttpMethod.HEAD) {
            exchange.streamed();
            EventResponse.head(exchange.response).end();
        } else if (!stream.open(exchange, sessions.heartbeat())) {
            HttpError.openStream().refuse(exchange);
        }
    }

    private void ask(HttpExchange exchange, GraphQLEventStream stream, byte[] body) {
        exchange.guarded(() -> {
            try {
                Message message = environment.reader.operation(body);
                GraphQLRequest request = environment.reader.request(message.payload());
                if (message.id() == null || message.id().length() > OperationConnection.LONGEST_ID) {
                    HttpError.operationId().refuse(exchange);
                } else {
                    stream.then(() -> {
                        stream.show(CallerAuthentication.caller(exchange.routing));
                        stream.ask(exchange, message.id(), request, message.size());
                    });
                }
            } catch (RequestException e) {
                exchange.refuse(400, GraphQLResponse.refused(e));
            }
        });
    }

    private void stop(HttpExchange exchange, GraphQLEventStream stream) {
        Optional<String> id = parameter(exchange.routing, "operationId");
        if (id.isEmpty()) {
            HttpError.operationId().refuse(exchange);
            return;
        }
        stream.then(() -> {
            stream.stop(id.get());
            exchange.then(() -> {
                exchange.response.end();
                exchange.note("DELETE", 200, 0);
            });
        });
    }

    /** The stream of the caller itself; empty if there is none, and then the request was refused. */
    private Optional<GraphQLEventStream> own(HttpExchange exchange) {
        Optional<GraphQLEventStream> stream = find(exchange.routing);
        Optional<GraphQLEventStream> own = stream
                .filter(one -> one.isOf(CallerAuthentication.caller(exchange.routing)));
        if (own.isEmpty()) {
            (stream.isEmpty() ? HttpError.unknownStream() : HttpError.foreignStream()).refuse(exchange);
        }
        return own;
    }

    private Optional<GraphQLEventStream> find(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader(TOKEN)).or(() -> parameter(context, "token"))
                .map(streams::get);
    }

    private static Optional<String> parameter(RoutingContext context, String name) {
        try {
            return QueryString.of(context.request().uri()).getOrDefault(name, List.of()).stream().findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
