package dev.footnote.http.changes;

import java.io.IOException;

import javax.xml.stream.XMLStreamException;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.http.graphql.HttpExchange;
import dev.footnote.http.graphql.ResponseMediaType;
import dev.footnote.observability.RequestObserver;
import dev.footnote.query.execution.GraphQLResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** One request for the feed. The feed is made from the answer to its document, on the thread that read the data. */
final class FeedExchange extends HttpExchange {

    static final String TYPE = "application/atom+xml; charset=utf-8";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private boolean isRefused;

    FeedExchange(RoutingContext routing, boolean told, RequestObserver watch) {
        super(routing, null, told, watch);
        HttpServerRequest request = routing.request();
        // as the client knows it
        this.address = request.scheme() + "://" + request.authority();
    }

    @Override
    protected GraphQLResponse formed(GraphQLResponse answer) {
        if (answer.outcome() != GraphQLResponse.Outcome.ANSWERED) {
            isRefused = true;
            return answer;
        }
        try {
            byte[] feed = EditFeed.of(JSON.readTree(answer.body()).get("data"), address);
            return new GraphQLResponse(feed, answer.outcome(), answer.cost(), answer.codes());
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void refuse(int status, GraphQLResponse answer) {
        isRefused = true;
        super.refuse(status, answer);
    }

    @Override
    protected int status(GraphQLResponse answer) {
        return ResponseMediaType.GRAPHQL.status(answer);
    }

    @Override
    protected CharSequence contentType() {
        return isRefused ? super.contentType() : TYPE;
    }
}
