package dev.footnote.page;

import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.cache.Tag;
import dev.footnote.http.Accept;
import dev.footnote.http.Encodings;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Serves files, and answers that there is nothing wherever nothing is served. It stands behind the door of answers. */
@Singleton
class Pages {

    private static final int BEHIND_THE_DOOR_AND_AHEAD_OF_THE_FRAMEWORK = -50;

    private static final Set<String> PLACES_OF_GRAPHIQL = Set.of("/graphiql", "/graphiql/", "/graphiql/index.html",
            "/index.html");

    private static final String VARYING = "accept-encoding, accept";

    private final Shelf shelf;
    private Vertx vertx;

    Pages(Shelf shelf) {
        this.shelf = shelf;
    }

    void open(@Observes Router router, Vertx vertx) {
        this.vertx = vertx;
        router.route().order(BEHIND_THE_DOOR_AND_AHEAD_OF_THE_FRAMEWORK).handler(this::enter);
        // because the framework's own page says what else there is
        router.route().last().handler(Pages::nothing);
    }

    private void enter(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.startsWith("/q/")) {
            context.next(); // health and metrics are the framework's
        } else if (PLACES_OF_GRAPHIQL.contains(path) && shelf.mayHave("/")) {
            context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, "/")
                    .putHeader(HttpHeaders.CONTENT_LENGTH, "0").end();
        } else if (shelf.mayHave(path)) {
            serve(context, path);
        } else {
            nothing(context);
        }
    }

    private void serve(RoutingContext context, String path) {
        Sheet kept = shelf.kept(path);
        if (kept != null) {
            serve(context, kept);
            return;
        }
        vertx.executeBlocking(() -> shelf.read(path), false).onFailure(context::fail).onSuccess(read -> {
            if (read == null) {
                nothing(context);
            } else {
                serve(context, read);
            }
        });
    }

    private static void serve(RoutingContext context, Sheet sheet) {
        HttpMethod method = context.request().method();
        HttpServerResponse response = context.response();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            end(response, 405, "Use GET.\n");
            return;
        }
        if (Accept.of(context.request().headers().getAll(HttpHeaders.ACCEPT)).refuses(sheet.type())) {
            end(response, 406, "This address is answered as " + sheet.type() + ", which the header Accept excludes.\n");
            return;
        }
        Guards.stand(response);
        // because names stay when contents change; to ask whether they did costs no content
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").putHeader(HttpHeaders.ETAG, sheet.tag())
                .putHeader(HttpHeaders.VARY, VARYING);
        if (Tag.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), sheet.tag())) {
            response.setStatusCode(304).end();
            return;
        }
        boolean packed = Encodings.of(context.request().headers().getAll(HttpHeaders.ACCEPT_ENCODING)).gzip();
        if (packed) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        end(response, sheet.type(), packed ? sheet.packed() : sheet.plain());
    }

    private static void nothing(RoutingContext context) {
        end(context.response(), 404, "There is nothing here.\n");
    }

    private static void end(HttpServerResponse response, int status, String text) {
        Guards.stand(response);
        end(response.setStatusCode(status), "text/plain; charset=utf-8", Buffer.buffer(text));
    }

    private static void end(HttpServerResponse response, String type, Buffer content) {
        // the length here, because HEAD asks for it and gets no content
        response.putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length())).end(content);
    }
}
