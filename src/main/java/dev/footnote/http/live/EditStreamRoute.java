package dev.footnote.http.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.http.AcceptHeader;
import dev.footnote.http.QueryString;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The route {@code /changes}: edits as server-sent events, as they are committed. A client goes on after the last event that
 * it has, by the header {@code Last-Event-ID} or the parameter {@code since}; without both it gets what comes from now on.
 */
@Singleton
class EditStreamRoute {

    private static final int AHEAD_OF_THE_FRAMEWORK = -100;
    private static final String TYPE = "text/event-stream";
    private static final String SINCE = "since";

    private final EditStreams streams;
    private final EditEventReader reader;

    EditStreamRoute(EditStreams streams, EditEventReader reader) {
        this.streams = streams;
        this.reader = reader;
    }

    void open(@Observes Router router) {
        router.route("/changes").order(AHEAD_OF_THE_FRAMEWORK).handler(this::enter);
    }

    private void enter(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            refuse(context, 405, "Use GET.");
        } else if (AcceptHeader.of(context.request().headers().getAll(HttpHeaders.ACCEPT)).refuses(TYPE)) {
            refuse(context, 406, "The header Accept excludes " + TYPE + ", in which edits are sent.");
        } else {
            try {
                begin(context, since(context));
            } catch (IllegalArgumentException e) {
                refuse(context, 400, e.getMessage());
            }
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
            head(context.response()).end();
        } else if (since.isPresent()) {
            stream(context, since.get());
        } else {
            context.vertx().executeBlocking(reader::last, false).onSuccess(last -> stream(context, last))
                    .onFailure(failure -> refuse(context, 503, "The database cannot be reached at the moment."));
        }
    }

    private void stream(RoutingContext context, int last) {
        EditStream stream = new EditStream(context.response(), last);
        if (!streams.add(stream)) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "10");
            refuse(context, 503, "Too many event streams are open. Try again later.");
            return;
        }
        context.response().closeHandler(closed -> streams.remove(stream));
        head(context.response()).setChunked(true);
        stream.beat();
    }

    private static HttpServerResponse head(HttpServerResponse response) {
        return response.putHeader(HttpHeaders.CONTENT_TYPE, TYPE).putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no");
    }

    private static void refuse(RoutingContext context, int status, String message) {
        context.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end(message + "\n");
    }
}
