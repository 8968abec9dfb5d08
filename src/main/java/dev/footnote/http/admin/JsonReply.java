package dev.footnote.http.admin;

import java.util.Map;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * A JSON response.
 *
 * @param body one JSON object
 */
record JsonReply(int status, Map<String, Object> body) {

    JsonReply(int status, String message) {
        this(status, Map.of("message", message));
    }

    void to(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (!context.request().isEnded()) {
            // because the unread rest of a body would precede the next request
            context.request().resume();
        }
        Buffer content = Buffer.buffer(new JsonObject(body).encode() + "\n");
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader("X-Content-Type-Options", "nosniff");
        if (context.request().method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length())).end();
        } else {
            response.end(content);
        }
    }
}
