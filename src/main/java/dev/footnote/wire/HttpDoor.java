package dev.footnote.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.document.Prepared;
import dev.footnote.export.Format;
import dev.footnote.http.QueryString;
import dev.footnote.limit.Switches;
import dev.footnote.meter.Watch;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;
import dev.footnote.request.RequestReader;
import dev.footnote.request.RequestReader.Requests;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes GraphQL requests in over HTTP, by the specification GraphQL over HTTP. It stands ahead of the framework's own
 * door, because that one executes requests of any content type and gives wrong ones the status of right ones.
 */
@Singleton
public class HttpDoor {

    private static final String PATH = "/graphql";
    private static final String KNOWN = "/q/:name";
    private static final int AHEAD_OF_THE_FRAMEWORK = -100;

    private final Answering answering;
    private final SocketDoor sockets;
    private final RequestReader reader;
    private final WireConfig config;
    private final Switches switches;
    private final Watch watch;

    HttpDoor(Answering answering, SocketDoor sockets, RequestReader reader, WireConfig config,
            Switches switches, Watch watch) {
        this.answering = answering;
        this.sockets = sockets;
        this.reader = reader;
        this.config = config;
        this.switches = switches;
        this.watch = watch;
    }

    void open(@Observes Router router) {
        router.route(PATH).order(AHEAD_OF_THE_FRAMEWORK).handler(context -> enter(context, null));
        for (Format format : Format.values()) {
            router.route(PATH + format.suffix()).order(AHEAD_OF_THE_FRAMEWORK).handler(context -> enter(context, format));
        }
        router.route(KNOWN).order(AHEAD_OF_THE_FRAMEWORK).handler(this::known);
    }

    /** @param format that the path asks for, or null */
    private void enter(RoutingContext context, Format format) {
        Exchange exchange = new Exchange(context, format, config.cost(), watch);
        switch (context.request().method().name()) {
            case "POST" -> post(exchange);
            case "GET", "HEAD" -> get(exchange, context);
            default -> {
                context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
                refuse(exchange, WireRefusal.method());
            }
        }
    }

    private void post(Exchange exchange) {
        if (!MediaType.isJson(exchange.request.headers().getAll(HttpHeaders.CONTENT_TYPE))) {
            refuse(exchange, WireRefusal.contentType());
        } else if (!exchange.acceptable()) {
            refuse(exchange, WireRefusal.accept());
        } else {
            new Body(exchange.request, config.body()).read(exchange.vertx(), config.patience().toMillis())
                    .onSuccess(body -> posted(exchange, body.getBytes()))
                    .onFailure(failure -> refuse(exchange, WireRefusal.of(failure, config)));
        }
    }

    private void posted(Exchange exchange, byte[] body) {
        if (exchange.format == null) {
            answering.posted(exchange, body, () -> reader.body(body));
        } else {
            answering.export(exchange, () -> reader.body(body).only());
        }
    }

    private void get(Exchange exchange, RoutingContext context) {
        if (upgrades(context.request())) {
            sockets.enter(context);
        } else if (switches.graphiql() && asksForPage(context.request())) {
            context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, "/")
                    .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT).putHeader(HttpHeaders.CONTENT_LENGTH, "0").end();
        } else {
            got(exchange, "", reader::url);
        }
    }

    private static boolean upgrades(HttpServerRequest request) {
        return request.method() == HttpMethod.GET && request.version() != HttpVersion.HTTP_2
                && request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
    }

    private static boolean asksForPage(HttpServerRequest request) {
        return request.query() == null && Negotiated.page(request.headers().getAll(HttpHeaders.ACCEPT));
    }

    /** Answers a trusted document, whose variables are the parameters of the URL. */
    private void known(RoutingContext context) {
        String path = context.pathParam("name");
        Format format = Format.of(path);
        String name = format == null ? path : path.substring(0, path.length() - format.suffix().length());
        Prepared document = reader.trusted(name);
        if (document == null) {
            context.next(); // other things live beside them
            return;
        }
        Exchange exchange = new Exchange(context, format, config.cost(), watch);
        HttpMethod method = context.request().method();
        if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
            got(exchange, document.hash(), parameters -> reader.known(name, parameters));
        } else {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            refuse(exchange, WireRefusal.reading());
        }
    }

    /** @param document what the URL does not say of it */
    private void got(Exchange exchange, String document, Function<Map<String, List<String>>, Request> reading) {
        if (!exchange.acceptable()) {
            refuse(exchange, WireRefusal.accept());
            return;
        }
        if (exchange.format == null) {
            byte[] asked = (document + exchange.request.uri()).getBytes(StandardCharsets.UTF_8);
            answering.got(exchange, asked, () -> new Requests(List.of(reading.apply(parameters(exchange))), false));
        } else {
            answering.export(exchange, () -> reading.apply(parameters(exchange)));
        }
    }

    private static Map<String, List<String>> parameters(Exchange exchange) {
        try {
            return QueryString.of(exchange.request.uri());
        } catch (IllegalArgumentException e) {
            throw new Refusal(WireRefusal.url(e.getMessage()).fault());
        }
    }

    private static void refuse(Exchange exchange, WireRefusal refusal) {
        exchange.refuse(refusal.status(), refusal.answer());
    }
}
