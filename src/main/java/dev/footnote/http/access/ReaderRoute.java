package dev.footnote.http.access;

import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.http.graphql.GraphQLEventStreamRoute;
import dev.footnote.http.graphql.GraphQLRoute;
import dev.footnote.http.graphql.HttpExchange;
import dev.footnote.http.graphql.RequestGuard;
import dev.footnote.http.graphql.ResponseMediaType;
import dev.footnote.http.page.PageRoute;
import dev.footnote.http.security.CallerAuthentication;
import dev.footnote.http.ui.StaticResources;
import dev.footnote.observability.RequestObserver;
import dev.footnote.query.Caller;
import dev.footnote.query.RequestError;
import dev.footnote.query.execution.GraphQLResponse;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Finds out who sent a request before any route answers it, and refuses callers who must not read. It holds for every address
 * but the few that are named here, so that a new one is not open by mistake.
 */
@Singleton
class ReaderRoute {

    private static final int AFTER_CORS_AND_BEFORE_ALL_RESPONSES = -150;

    private final CallerAuthentication authentication;
    private final StaticResources files;
    private final PageRoute pages;
    private final GraphQLEventStreamRoute streams;
    private final RequestObserver watch;

    ReaderRoute(CallerAuthentication authentication, StaticResources files, PageRoute pages, GraphQLEventStreamRoute streams,
            RequestObserver watch) {
        this.authentication = authentication;
        this.files = files;
        this.pages = pages;
        this.streams = streams;
        this.watch = watch;
    }

    void open(@Observes Router router) {
        router.route().order(AFTER_CORS_AND_BEFORE_ALL_RESPONSES).handler(this::enter);
    }

    private void enter(RoutingContext context) {
        if (isElsewhere(context)) {
            context.next();
        } else {
            authentication.authenticate(context, caller -> admit(context, caller),
                    error -> refuse(context, error));
        }
    }

    /** Whether the address has no data of the dataset, or has its credentials elsewhere than in the head. */
    private boolean isElsewhere(RoutingContext context) {
        String path = context.normalizedPath();
        return path != null && (files.isPublic(path) || pages.isPublic(path) || GraphQLRoute.isWebSocket(context)
                || streams.opensReserved(context));
    }

    private void admit(RoutingContext context, Caller caller) {
        Optional<RequestError> refusal = authentication.refusal(caller);
        if (refusal.isPresent()) {
            refuse(context, refusal.get());
            return;
        }
        if (authentication.isPrivate(caller)) {
            context.addHeadersEndHandler(now -> keepPrivate(context.response().headers()));
        }
        context.next();
    }

    /** No shared cache may give the response to anybody else. */
    private static void keepPrivate(MultiMap headers) {
        String control = headers.get(HttpHeaders.CACHE_CONTROL);
        if (control == null || !control.contains("no-store") && !control.contains("private")) {
            headers.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        String vary = headers.get(HttpHeaders.VARY);
        headers.set(HttpHeaders.VARY, vary == null ? "Authorization" : vary + ", Authorization");
    }

    private void refuse(RoutingContext context, RequestError error) {
        // because the body was not read
        RequestGuard.last(context.request());
        HttpExchange exchange = pages.exchange(context).orElseGet(() -> new HttpExchange(context, null, false, watch));
        GraphQLResponse answer = GraphQLResponse.refused(error);
        exchange.refuse(ResponseMediaType.GRAPHQL.status(answer), answer);
    }
}
