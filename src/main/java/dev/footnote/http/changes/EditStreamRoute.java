package dev.footnote.http.changes;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.http.QueryString;
import dev.footnote.http.graphql.EventExchange;
import dev.footnote.http.graphql.GraphQLHandler;
import dev.footnote.http.graphql.HttpConfig;
import dev.footnote.http.live.EventFormat;
import dev.footnote.http.live.EventResponse;
import dev.footnote.observability.RequestObserver;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.subscription.LiveRequest.LiveQueries;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The route {@code /changes}: edits as server-sent events, as they are committed. A client goes on after the last event that
 * it has, by the header {@code Last-Event-ID} or the parameter {@code since}; without both it gets what comes from now on.
 */
@Singleton
class EditStreamRoute {

    private static final String SINCE = "since";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final GraphQLHandler answering;
    private final ReadingRoute<EventExchange> route;

    EditStreamRoute(GraphQLHandler answering, HttpConfig config, RequestObserver watch) {
        this.answering = answering;
        this.route = new ReadingRoute<>("/changes", EventResponse.TYPE,
                context -> new EventExchange(context, EventFormat.EDIT, config.cost(), watch));
    }

    void open(@Observes Router router) {
        route.open(router, this::answer);
    }

    private void answer(EventExchange exchange, RoutingContext context) {
        HttpServerRequest request = context.request();
        Map<String, Object> since = since(request.uri());
        if (request.method() == HttpMethod.HEAD) {
            exchange.head();
        } else {
            answering.stream(exchange, request.uri().length(),
                    () -> new GraphQLRequest(null, EditDocuments.STREAM, null, null, since), LiveQueries.NONE);
        }
    }

    /** The number of the last edit that the client has, as a variable; none if it has none. */
    private static Map<String, Object> since(String uri) {
        Map<String, List<String>> parameters;
        try {
            parameters = QueryString.of(uri);
        } catch (IllegalArgumentException e) {
            throw new RequestException(RequestError.of(RequestError.Code.BAD_REQUEST, e.getMessage()));
        }
        List<String> given = parameters.getOrDefault(SINCE, List.of());
        if (!List.of(SINCE).containsAll(parameters.keySet()) || given.size() > 1
                || !given.stream().allMatch(number -> NUMBER.matcher(number).matches())) {
            throw new RequestException(RequestError.of(RequestError.Code.BAD_REQUEST,
                    "The only parameter is since, given once: the number of an edit, such as 7."));
        }
        return given.isEmpty() ? Map.of() : Map.of(SINCE, Integer.valueOf(given.get(0)));
    }
}
