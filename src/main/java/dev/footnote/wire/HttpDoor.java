package dev.footnote.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.answer.Answer;
import dev.footnote.cache.Cache;
import dev.footnote.cache.Kept;
import dev.footnote.cache.Tag;
import dev.footnote.desk.Desk;
import dev.footnote.document.Documents;
import dev.footnote.document.Prepared;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;
import dev.footnote.wire.RequestReader.Requests;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
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

    private final Desk desk;
    private final Cache cache;
    private final Documents documents;
    private final SocketDoor sockets;
    private final RequestReader reader;
    private final WireConfig config;

    HttpDoor(Desk desk, Cache cache, Documents documents, SocketDoor sockets, RequestReader reader, WireConfig config) {
        this.desk = desk;
        this.cache = cache;
        this.documents = documents;
        this.sockets = sockets;
        this.reader = reader;
        this.config = config;
    }

    void open(@Observes Router router, Vertx vertx) {
        router.route(PATH).order(AHEAD_OF_THE_FRAMEWORK).handler(context -> enter(context, vertx));
        router.get(KNOWN).order(AHEAD_OF_THE_FRAMEWORK).handler(this::known);
    }

    private void enter(RoutingContext context, Vertx vertx) {
        switch (context.request().method().name()) {
            case "POST" -> post(exchange(context), vertx);
            case "GET" -> get(context);
            default -> {
                context.response().putHeader(HttpHeaders.ALLOW, "GET, POST");
                refuse(exchange(context), WireRefusal.method());
            }
        }
    }

    private Exchange exchange(RoutingContext context) {
        return new Exchange(context.request(), config.cost());
    }

    private void post(Exchange exchange, Vertx vertx) {
        if (!MediaType.isJson(exchange.request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            refuse(exchange, WireRefusal.contentType());
        } else if (exchange.type == null) {
            refuse(exchange, WireRefusal.accept());
        } else {
            new Body(exchange.request, config.body()).read(vertx, config.patience().toMillis())
                    .onSuccess(body -> posted(exchange, body.getBytes()))
                    .onFailure(failure -> refuse(exchange, WireRefusal.of(failure, config)));
        }
    }

    private void posted(Exchange exchange, byte[] body) {
        Kept.Entry entry = keeping(exchange, body);
        if (entry == null) {
            answer(exchange, body.length, () -> reader.body(body));
        } else {
            cache.versions().current(version -> exchange.then(() -> {
                if (entry.version().equals(version)) {
                    exchange.end(entry);
                } else {
                    answer(exchange, body.length, () -> reader.body(body));
                }
            }));
        }
    }

    private void get(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            sockets.enter(context);
            return;
        }
        if (asksForPage(context)) {
            context.redirect("/");
            return;
        }
        got(context, "", parameters -> reader.url(parameters));
    }

    /** Answers a trusted document, whose variables are the parameters of the URL. */
    private void known(RoutingContext context) {
        String name = context.pathParam("name");
        Prepared document = documents.trusted(name);
        if (document == null) {
            context.next(); // other things live beside them
        } else {
            got(context, document.hash(),
                    parameters -> new Request(null, name, null, null, documents.variables(document, lists(parameters))));
        }
    }

    private static Map<String, List<String>> lists(MultiMap parameters) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        parameters.names().forEach(name -> lists.put(name, parameters.getAll(name)));
        return lists;
    }

    /** @param document what the URL does not say of it */
    private void got(RoutingContext context, String document, Function<MultiMap, Request> reading) {
        Exchange exchange = exchange(context);
        if (exchange.type == null) {
            refuse(exchange, WireRefusal.accept());
            return;
        }
        try {
            MultiMap parameters = context.queryParams();
            got(exchange, document + context.request().uri(),
                    () -> new Requests(List.of(reading.apply(parameters)), false));
        } catch (IllegalArgumentException e) {
            refuse(exchange, WireRefusal.url());
        }
    }

    private static boolean asksForPage(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html") && context.request().query() == null;
    }

    /** @param asked all that tells one question from another */
    private void got(Exchange exchange, String asked, Supplier<Requests> reading) {
        byte[] key = asked.getBytes(StandardCharsets.UTF_8);
        Kept.Entry entry = keeping(exchange, key);
        cache.versions().current(version -> exchange.then(() -> {
            if (version != null) {
                exchange.age = cache.control(exchange.isPublic());
                exchange.tag = cache.tag(asked, exchange.form(), version);
            }
            if (version != null && Tag.matches(exchange.request.getHeader(HttpHeaders.IF_NONE_MATCH), exchange.tag)) {
                exchange.unchanged();
            } else if (entry != null && entry.version().equals(version)) {
                exchange.end(entry);
            } else {
                answer(exchange, key.length, reading);
            }
        }));
    }

    /** Has the answer kept where it may be. @return the one that is kept, or null */
    private Kept.Entry keeping(Exchange exchange, byte[] asked) {
        if (!cache.keeps() || !exchange.isPublic()) {
            return null;
        }
        Kept.Key key = new Kept.Key(asked, exchange.form());
        exchange.keeper = entry -> cache.kept().put(key, entry);
        return cache.kept().get(key);
    }

    private void answer(Exchange exchange, int size, Supplier<Requests> reading) {
        Requests requests;
        try {
            requests = reading.get();
        } catch (Refusal refusal) {
            exchange.refuse(400, Answer.refused(refusal.faults()));
            return;
        }
        exchange.version = cache.versions().last();
        exchange.response.closeHandler(closed -> desk.abandon(exchange.effort()));
        if (requests.several()) {
            desk.ask(requests.all(), exchange);
        } else {
            desk.ask(requests.all().get(0), size, exchange);
        }
    }

    private static void refuse(Exchange exchange, WireRefusal refusal) {
        exchange.refuse(refusal.status(), refusal.answer());
    }
}
