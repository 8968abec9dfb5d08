package dev.footnote.http.graphql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import dev.footnote.http.cache.CachedResponses;
import dev.footnote.http.cache.ETag;
import dev.footnote.http.cache.ResponseCache;
import dev.footnote.http.export.ExportHandler;
import dev.footnote.http.graphql.GraphQLRequestReader.Requests;
import dev.footnote.http.live.LiveRequests;
import dev.footnote.http.security.CallerAuthentication;
import dev.footnote.query.Caller;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.RequestException;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.scheduling.RequestScheduler;
import dev.footnote.query.subscription.LiveRequest;
import dev.footnote.query.subscription.LiveRequest.LiveQueries;
import io.vertx.core.http.HttpHeaders;

/**
 * Handles GraphQL requests that arrived over HTTP. It sends no body if the client already has the response, a cached response
 * if that is still valid, and otherwise a new response.
 */
@Singleton
public class GraphQLHandler {

    private final RequestScheduler scheduler;
    private final ResponseCache cache;
    private final ExportHandler exports;
    private final LiveRequests live;

    GraphQLHandler(RequestScheduler scheduler, ResponseCache cache, ExportHandler exports,
            LiveRequests live) {
        this.live = live;
        this.scheduler = scheduler;
        this.cache = cache;
        this.exports = exports;
    }

    /** Responds with one line for each record of a list. */
    void export(HttpExchange exchange, Supplier<GraphQLRequest> reading) {
        exchange.guarded(() -> exported(exchange, reading));
    }

    private void exported(HttpExchange exchange, Supplier<GraphQLRequest> reading) {
        read(exchange, reading, request -> {
            exchange.streamed();
            exports.stream(exchange.routing, request.by(caller(exchange)), exchange.format, exchange);
        });
    }

    /** Passes on what was read, or refuses it if it is no request. */
    private static <T> void read(HttpExchange exchange, Supplier<T> reading, Consumer<T> next) {
        T requests;
        try {
            requests = reading.get();
        } catch (RequestException exception) {
            exchange.refuse(400, GraphQLResponse.refused(exception));
            return;
        }
        next.accept(requests);
    }

    /** @param asked all bytes that distinguish one request from another */
    void posted(HttpExchange exchange, byte[] asked, Supplier<Requests> reading) {
        exchange.guarded(() -> post(exchange, asked, reading));
    }

    private void post(HttpExchange exchange, byte[] asked, Supplier<Requests> reading) {
        CachedResponses.Entry entry = keeping(exchange, asked);
        if (entry == null) {
            exchange.cacheLookup(false);
            answer(exchange, asked.length, reading);
            return;
        }
        cache.versions().current(version -> exchange.then(() -> {
            answerFromCacheOr(exchange, version, entry, () -> answer(exchange, asked.length, reading));
        }));
    }

    /** @param asked all bytes that distinguish one request from another */
    void got(HttpExchange exchange, byte[] asked, Supplier<Requests> reading) {
        exchange.guarded(() -> get(exchange, asked, reading));
    }

    /** Responds with a page, which is kept and checked for changes like the response to its request. */
    public void page(HttpExchange exchange, byte[] asked, GraphQLRequest request) {
        got(exchange, asked, () -> new Requests(List.of(request), false));
    }

    private void get(HttpExchange exchange, byte[] asked, Supplier<Requests> reading) {
        CachedResponses.Entry entry = keeping(exchange, asked);
        cache.versions().current(version -> exchange.then(() -> {
            exchange.age = cache.control(exchange.isPublic());
            exchange.tagging = read -> cache.tag(distinguished(exchange, asked), exchange.form(), read);
            exchange.version = version;
            exchange.tag = version == null ? null : exchange.tagging.apply(version);
            if (version != null && ETag.matches(exchange.request.getHeader(HttpHeaders.IF_NONE_MATCH), exchange.tag)) {
                exchange.unchanged();
            } else {
                answerFromCacheOr(exchange, version, entry, () -> answer(exchange, asked.length, reading));
            }
        }));
    }

    /** Adds the credentials to the bytes that distinguish one request from another, because a response may depend on them. */
    private static byte[] distinguished(HttpExchange exchange, byte[] asked) {
        String credentials = exchange.request.getHeader(HttpHeaders.AUTHORIZATION);
        return credentials == null ? asked
                : (credentials + new String(asked, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.UTF_8);
    }

    private static void answerFromCacheOr(HttpExchange exchange, String version, CachedResponses.Entry entry,
            Runnable otherwise) {
        boolean holds = entry != null && entry.version().equals(version);
        exchange.cacheLookup(holds);
        if (holds) {
            exchange.end(entry);
        } else {
            otherwise.run();
        }
    }

    /** Registers the response for caching if that is allowed. @return the cached response, or null */
    private CachedResponses.Entry keeping(HttpExchange exchange, byte[] asked) {
        if (!cache.keeps() || !exchange.isPublic()) {
            return null;
        }
        CachedResponses.Key key = new CachedResponses.Key(asked, exchange.form());
        exchange.keeper = entry -> cache.kept().put(key, entry);
        return cache.kept().get(key);
    }

    private void answer(HttpExchange exchange, int size, Supplier<Requests> reading) {
        read(exchange, reading, requests -> {
            if (exchange.version == null) {
                exchange.version = cache.versions().last();
            }
            abandonWhenClosed(exchange);
            ask(exchange, size, requests, caller(exchange));
        });
    }

    /**
     * Responds by events if there may be any.
     *
     * @param size of the request in bytes
     * @param queries which queries are live queries
     */
    public void stream(EventExchange exchange, int size, Supplier<GraphQLRequest> reading, LiveQueries queries) {
        exchange.guarded(() -> read(exchange, () -> new LiveRequest(reading.get(), size, queries, exchange.lastEvent()),
                request -> {
                    abandonWhenClosed(exchange);
                    live.ask(request.by(caller(exchange)), exchange);
                }));
    }

    private void abandonWhenClosed(HttpExchange exchange) {
        // not the close handler of the response, which is that of the router and tells all others
        exchange.routing.addEndHandler(ended -> {
            if (ended.failed()) {
                scheduler.abandon(exchange.cancellation());
            }
        });
    }

    private static Caller caller(HttpExchange exchange) {
        return CallerAuthentication.caller(exchange.routing);
    }

    private void ask(HttpExchange exchange, int size, Requests requests, Caller caller) {
        if (requests.several()) {
            scheduler.ask(requests.all().stream().map(request -> request.by(caller)).toList(), exchange);
        } else {
            scheduler.ask(requests.all().get(0).by(caller), size, exchange);
        }
    }
}
