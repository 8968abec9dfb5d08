package dev.footnote.http.ui;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.http.AcceptEncodingHeader;
import dev.footnote.http.AcceptHeader;
import dev.footnote.http.cache.ETag;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Serves static files, and responds with 404 to all paths that nothing serves. It is registered after the GraphQL route. */
@Singleton
class StaticResourceRoute {

    private static final int AFTER_GRAPHQL_AND_BEFORE_THE_FRAMEWORK = -50;

    private static final Set<String> PATHS_OF_GRAPHIQL = Set.of("/", "/graphiql/", "/graphiql/index.html",
            "/index.html");

    private static final String VARYING = "accept-encoding, accept";

    private final StaticResources resources;
    private Vertx vertx;

    StaticResourceRoute(StaticResources resources) {
        this.resources = resources;
    }

    void open(@Observes Router router, Vertx vertx) {
        this.vertx = vertx;
        router.route().order(AFTER_GRAPHQL_AND_BEFORE_THE_FRAMEWORK).handler(this::enter);
        close(router);
    }

    void close(@Observes ManagementInterface management) {
        close(management.router());
    }

    private static void close(Router router) {
        // because the framework's own page lists which other paths exist
        router.route().last().handler(StaticResourceRoute::nothing);
    }

    private void enter(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.startsWith("/q/")) {
            context.next(); // the framework serves its own pages in dev mode
        } else if (PATHS_OF_GRAPHIQL.contains(path) && resources.mayExist("/graphiql")) {
            context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, "/graphiql")
                    .putHeader(HttpHeaders.CONTENT_LENGTH, "0").end();
        } else if (resources.mayExist(path)) {
            serve(context, path);
        } else {
            nothing(context);
        }
    }

    private void serve(RoutingContext context, String path) {
        Optional<StaticResource> cached = resources.cached(path);
        if (cached.isPresent()) {
            serve(context, cached.get());
            return;
        }
        vertx.executeBlocking(() -> resources.read(path), false).onFailure(context::fail).onSuccess(
                read -> read.ifPresentOrElse(resource -> serve(context, resource), () -> nothing(context)));
    }

    private static void serve(RoutingContext context, StaticResource resource) {
        HttpMethod method = context.request().method();
        HttpServerResponse response = context.response();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            end(response, 405, "Use GET.\n");
            return;
        }
        if (AcceptHeader.of(context.request().headers().getAll(HttpHeaders.ACCEPT)).refuses(resource.type())) {
            end(response, 406, "This address is answered as " + resource.type() + ", which the header Accept excludes.\n");
            return;
        }
        SecurityHeaders.addTo(response);
        // because a file keeps its name when its content changes; a check for changes transfers no content
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").putHeader(HttpHeaders.ETAG, resource.tag())
                .putHeader(HttpHeaders.VARY, VARYING);
        if (ETag.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), resource.tag())) {
            response.setStatusCode(304).end();
            return;
        }
        boolean packed = AcceptEncodingHeader.of(context.request().headers().getAll(HttpHeaders.ACCEPT_ENCODING)).gzip();
        if (packed) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        end(response, resource.type(), packed ? resource.packed() : resource.plain());
    }

    private static void nothing(RoutingContext context) {
        end(context.response(), 404, "There is nothing here.\n");
    }

    private static void end(HttpServerResponse response, int status, String text) {
        SecurityHeaders.addTo(response);
        end(response.setStatusCode(status), "text/plain; charset=utf-8", Buffer.buffer(text));
    }

    private static void end(HttpServerResponse response, String type, Buffer content) {
        // the length is set here, because a HEAD response contains it but no content
        response.putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length())).end(content);
    }
}
