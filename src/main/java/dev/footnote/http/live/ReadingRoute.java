package dev.footnote.http.live;

import java.nio.charset.StandardCharsets;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Routes that are only read, and what they answer in words. */
final class ReadingRoute {

    private static final int AHEAD_OF_THE_FRAMEWORK = -100;

    private ReadingRoute() {
    }

    /** Adds a route for GET and HEAD. */
    static void open(Router router, String path, Handler<RoutingContext> handler) {
        router.route(path).order(AHEAD_OF_THE_FRAMEWORK).handler(context -> {
            HttpMethod method = context.request().method();
            if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
                handler.handle(context);
            } else {
                context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
                refuse(context, 405, "Use GET.");
            }
        });
    }

    static void refuse(RoutingContext context, int status, String message) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        end(context, status, "text/plain; charset=utf-8", message + "\n");
    }

    static void unavailable(RoutingContext context) {
        refuse(context, 503, "The database cannot be reached at the moment.");
    }

    static void end(RoutingContext context, int status, String type, String text) {
        Buffer body = Buffer.buffer(text.getBytes(StandardCharsets.UTF_8));
        context.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (context.request().method() == HttpMethod.HEAD) {
            context.response().end();
        } else {
            context.response().end(body);
        }
    }
}
