package dev.footnote.http.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.http.AcceptHeader;
import dev.footnote.http.QueryString;
import dev.footnote.query.Caller;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.subscription.LiveOperation;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The route {@code /changes}: edits as server-sent events, as they are committed. A client goes on after the last event that
 * it has, by the header {@code Last-Event-ID} or the parameter {@code since}; without both it gets what comes from now on.
 */
@Singleton
class EditStreamRoute {

    private static final String SINCE = "since";

    private static final String EDITS = """
            subscription Edits($since: Int) {
              edits(after: $since) {
                number
                id
                kind
                madeAt
                madeBy
                summary
                created
                updated
                deleted
                changes(first: 20) { totalCount nodes { record action fields(first: 20) { nodes { field before after } } } }
              }
            }""";

    private final LiveRequests live;

    EditStreamRoute(LiveRequests live) {
        this.live = live;
    }

    void open(@Observes Router router) {
        ReadingRoute.open(router, "/changes", this::enter);
    }

    private void enter(RoutingContext context) {
        if (AcceptHeader.of(context.request().headers().getAll(HttpHeaders.ACCEPT)).refuses(EventStream.TYPE)) {
            ReadingRoute.refuse(context, 406,
                    "The header Accept excludes " + EventStream.TYPE + ", in which edits are sent.");
            return;
        }
        try {
            begin(context, since(context));
        } catch (IllegalArgumentException e) {
            ReadingRoute.refuse(context, 400, e.getMessage());
        }
    }

    /** The number of the last edit that the client has; empty if it has none. */
    private static Optional<Integer> since(RoutingContext context) {
        Map<String, List<String>> parameters = QueryString.of(context.request().uri());
        if (!List.of(SINCE).containsAll(parameters.keySet()) || parameters.getOrDefault(SINCE, List.of()).size() > 1) {
            throw new IllegalArgumentException("The only parameter is since, given once: the number of an edit.");
        }
        String header = context.request().getHeader("Last-Event-ID");
        String given = header != null ? header : parameters.containsKey(SINCE) ? parameters.get(SINCE).get(0) : null;
        if (given != null && !given.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("since and Last-Event-ID are the number of an edit, such as 7.");
        }
        return Optional.ofNullable(given).map(Integer::valueOf);
    }

    private void begin(RoutingContext context, Optional<Integer> since) {
        if (context.request().method() == HttpMethod.HEAD) {
            EventStream.head(context.response()).end();
            return;
        }
        GraphQLRequest request = new GraphQLRequest(EDITS, null,
                since.<Map<String, Object>> map(number -> Map.of(SINCE, number)).orElse(Map.of())).by(Caller.SERVER);
        live.operation(context.vertx(), request, false).onSuccess(operation -> stream(context, operation.orElseThrow()))
                .onFailure(failure -> ReadingRoute.unavailable(context));
    }

    private void stream(RoutingContext context, LiveOperation operation) {
        if (!EventStream.begin(context, live.sessions(), operation, event -> "id: " + event.number().orElseThrow()
                + "\nevent: edit\ndata: " + event.value() + "\n\n")) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "10");
            ReadingRoute.refuse(context, 503, "Too many event streams are open. Try again later.");
        }
    }
}
