package dev.footnote.http.graphql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.http.QueryString;
import dev.footnote.http.export.ExportFormat;
import dev.footnote.http.graphql.GraphQLRequestReader.Requests;
import dev.footnote.http.live.EventFormat;
import dev.footnote.observability.RequestObserver;
import dev.footnote.query.FeatureFlags;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.RequestException;
import dev.footnote.query.document.PreparedDocument;
import dev.footnote.query.subscription.LiveRequest;
import dev.footnote.query.subscription.LiveRequest.LiveQueries;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The route for GraphQL over HTTP, by the specification of that name. It is registered before the framework's own route,
 * because that one executes requests of any content type and gives invalid requests the status of valid ones.
 */
@Singleton
public class GraphQLRoute {

    private static final String PATH = "/graphql";
    private static final String KNOWN = "/q/:name";
    private static final int BEFORE_THE_FRAMEWORK = -100;

    private final GraphQLHandler answering;
    private final GraphQLWebSocketRoute sockets;
    private final GraphQLRequestReader reader;
    private final HttpConfig config;
    private final FeatureFlags switches;
    private final RequestObserver watch;

    GraphQLRoute(GraphQLHandler answering, GraphQLWebSocketRoute sockets, GraphQLRequestReader reader, HttpConfig config,
            FeatureFlags switches, RequestObserver watch) {
        this.answering = answering;
        this.sockets = sockets;
        this.reader = reader;
        this.config = config;
        this.switches = switches;
        this.watch = watch;
    }

    void open(@Observes Router router) {
        router.route(PATH).order(BEFORE_THE_FRAMEWORK).handler(context -> enter(context, null));
        for (ExportFormat format : ExportFormat.values()) {
            router.route(PATH + format.suffix()).order(BEFORE_THE_FRAMEWORK).handler(context -> enter(context, format));
        }
        router.route(KNOWN).order(BEFORE_THE_FRAMEWORK).handler(this::known);
    }

    /** @param format that the path requests, or null */
    private void enter(RoutingContext context, ExportFormat format) {
        HttpExchange exchange = exchange(context, format);
        switch (context.request().method().name()) {
            case "POST" -> RequestBody.read(exchange, config, body -> posted(exchange, body));
            case "GET", "HEAD" -> get(exchange, context);
            default -> {
                context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
                HttpError.method().refuse(exchange);
            }
        }
    }

    private HttpExchange exchange(RoutingContext context, ExportFormat format) {
        return format == null && EventExchange.isAccepted(context.request())
                ? new EventExchange(context, EventFormat.NEXT, config.cost(), watch)
                : new HttpExchange(context, format, config.cost(), watch);
    }

    private void posted(HttpExchange exchange, byte[] body) {
        if (exchange instanceof EventExchange events
                && (events.isPreferred() || LiveRequest.isSubscriptionPossible(new String(body, StandardCharsets.UTF_8)))) {
            answering.stream(events, body.length, () -> reader.body(body).only(),
                    events.liveQueries(LiveQueries.WITH_DIRECTIVE));
        } else if (exchange.format == null) {
            answering.posted(exchange, body, () -> reader.body(body));
        } else {
            answering.export(exchange, () -> reader.body(body).only());
        }
    }

    private void get(HttpExchange exchange, RoutingContext context) {
        if (upgrades(context.request())) {
            sockets.enter(context);
        } else if (switches.graphiql() && asksForPage(context.request())) {
            context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, "/graphiql")
                    .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT).putHeader(HttpHeaders.CONTENT_LENGTH, "0").end();
        } else {
            got(exchange, "", reader::url, LiveRequest.isSubscriptionPossible(context.request().uri()));
        }
    }

    /** Whether the request opens a WebSocket, whose first message says who the caller is. */
    public static boolean isWebSocket(RoutingContext context) {
        return PATH.equals(context.normalizedPath()) && upgrades(context.request());
    }

    private static boolean upgrades(HttpServerRequest request) {
        return request.method() == HttpMethod.GET && request.version() != HttpVersion.HTTP_2
                && request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
    }

    private static boolean asksForPage(HttpServerRequest request) {
        return request.query() == null && ContentNegotiation.page(request.headers().getAll(HttpHeaders.ACCEPT));
    }

    /** Handles a request for a trusted document, with its variables as URL parameters. */
    private void known(RoutingContext context) {
        String path = context.pathParam("name");
        ExportFormat format = ExportFormat.of(path);
        String name = format == null ? path : path.substring(0, path.length() - format.suffix().length());
        PreparedDocument document = reader.trusted(name);
        if (document == null) {
            context.next(); // other routes exist below this path
            return;
        }
        HttpExchange exchange = exchange(context, format);
        HttpMethod method = context.request().method();
        if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
            got(exchange, document.hash(), parameters -> reader.known(name, parameters), document.hasSubscription());
        } else {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            HttpError.reading().refuse(exchange);
        }
    }

    /**
     * @param document the part of the request that the URL does not contain
     * @param isSubscription whether it may be a subscription, which is answered by events only
     */
    private void got(HttpExchange exchange, String document, Function<Map<String, List<String>>, GraphQLRequest> reading,
            boolean isSubscription) {
        if (!exchange.acceptable()) {
            HttpError.accept().refuse(exchange);
            return;
        }
        if (exchange instanceof EventExchange events && (events.isPreferred() || isSubscription)) {
            stream(events, () -> reading.apply(parameters(exchange)),
                    document.isEmpty() ? LiveQueries.WITH_DIRECTIVE : LiveQueries.ALL);
        } else if (exchange.format == null) {
            byte[] asked = (document + exchange.request.uri()).getBytes(StandardCharsets.UTF_8);
            answering.got(exchange, asked, () -> new Requests(List.of(reading.apply(parameters(exchange))), false));
        } else {
            answering.export(exchange, () -> reading.apply(parameters(exchange)));
        }
    }

    private void stream(EventExchange exchange, Supplier<GraphQLRequest> reading, LiveQueries queries) {
        if (exchange.request.method() == HttpMethod.HEAD) {
            exchange.head();
        } else {
            answering.stream(exchange, exchange.request.uri().length(), reading, exchange.liveQueries(queries));
        }
    }

    private static Map<String, List<String>> parameters(HttpExchange exchange) {
        try {
            return QueryString.of(exchange.request.uri());
        } catch (IllegalArgumentException e) {
            throw new RequestException(HttpError.url(e.getMessage()).error());
        }
    }
}
