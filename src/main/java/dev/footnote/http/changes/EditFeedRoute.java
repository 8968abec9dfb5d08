package dev.footnote.http.changes;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import dev.footnote.http.graphql.GraphQLHandler;
import dev.footnote.http.graphql.HttpConfig;
import dev.footnote.observability.RequestObserver;
import dev.footnote.query.GraphQLRequest;
import io.vertx.ext.web.Router;

/** The route {@code /changes.atom}: the latest edits as an Atom feed (RFC 4287), for feed readers. */
@Singleton
class EditFeedRoute {

    private final GraphQLHandler answering;
    private final ReadingRoute<FeedExchange> route;

    EditFeedRoute(GraphQLHandler answering, HttpConfig config, RequestObserver watch) {
        this.answering = answering;
        this.route = new ReadingRoute<>("/changes.atom", FeedExchange.TYPE,
                context -> new FeedExchange(context, config.cost(), watch));
    }

    void open(@Observes Router router) {
        route.open(router, (exchange, context) -> answering.page(exchange,
                // the links in the feed begin with the address
                ("feed " + context.request().absoluteURI()).getBytes(StandardCharsets.UTF_8),
                new GraphQLRequest(null, EditDocuments.FEED, null, null, Map.of())));
    }
}
