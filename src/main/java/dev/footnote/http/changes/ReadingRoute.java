package dev.footnote.http.changes;

import java.util.function.Function;

import dev.footnote.http.AcceptHeader;
import dev.footnote.http.graphql.HttpExchange;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.execution.GraphQLResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * A route that is only read.
 *
 * @param <E> one request
 * @param type the media type of its responses
 * @param exchange begins a request
 */
record ReadingRoute<E extends HttpExchange>(String path, String type, Function<RoutingContext, E> exchange) {

    private static final int BEFORE_THE_FRAMEWORK = -100;

    /** Answers a request, or throws a {@link RequestException}. */
    @FunctionalInterface
    interface Reading<E> {
        void answer(E exchange, RoutingContext context);
    }

    void open(Router router, Reading<E> reading) {
        router.route(path).order(BEFORE_THE_FRAMEWORK).handler(context -> enter(context, reading));
    }

    private void enter(RoutingContext context, Reading<E> reading) {
        E begun = exchange.apply(context);
        HttpMethod method = context.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            refuse(begun, 405, "Use GET.");
        } else if (AcceptHeader.of(context.request().headers().getAll(HttpHeaders.ACCEPT)).refuses(type)) {
            refuse(begun, 406, "This address is answered as " + type + ", which the header Accept excludes.");
        } else {
            try {
                reading.answer(begun, context);
            } catch (RequestException e) {
                begun.refuse(400, GraphQLResponse.refused(e));
            }
        }
    }

    private static void refuse(HttpExchange exchange, int status, String message) {
        exchange.refuse(status, GraphQLResponse.refused(RequestError.of(RequestError.Code.BAD_REQUEST, message)));
    }
}
