package dev.footnote.http.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.explorer.Explorer;
import dev.footnote.explorer.Page;
import dev.footnote.explorer.RenderedPage;
import dev.footnote.http.graphql.HttpExchange;
import dev.footnote.http.graphql.ResponseMediaType;
import dev.footnote.http.ui.SecurityHeaders;
import dev.footnote.observability.RequestObserver;
import dev.footnote.query.execution.GraphQLResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** One request for a page. The page is made from the answer to its document, on the thread that read the data. */
final class PageExchange extends HttpExchange {

    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Explorer explorer;
    private final Page page;
    private int status;

    PageExchange(RoutingContext routing, boolean told, RequestObserver watch, Explorer explorer, Page page) {
        super(routing, null, told, watch);
        this.explorer = explorer;
        this.page = page;
        SecurityHeaders.explorer(response);
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    @Override
    protected GraphQLResponse formed(GraphQLResponse answer) {
        RenderedPage rendered = rendered(answer);
        status = rendered.status();
        return new GraphQLResponse(rendered.html(), answer.outcome(), answer.cost(), answer.codes());
    }

    private RenderedPage rendered(GraphQLResponse answer) {
        try {
            JsonNode body = JSON.readTree(answer.body());
            return answer.outcome() == GraphQLResponse.Outcome.ANSWERED ? page.render(body.path("data"))
                    : explorer.error(routing.normalizedPath(),
                            explorer.locale(routing.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                            ResponseMediaType.GRAPHQL.status(answer),
                            body.path("errors").path(0).path("message").asText());
        } catch (IOException e) {
            throw new IllegalStateException("Answers are JSON: " + new String(answer.body(), StandardCharsets.UTF_8), e);
        }
    }

    @Override
    public void refuse(int refused, GraphQLResponse answer) {
        super.refuse(refused, formed(answer));
    }

    @Override
    protected boolean worthKeeping() {
        return status == 200;
    }

    @Override
    protected int status(GraphQLResponse answer) {
        return status;
    }

    @Override
    protected CharSequence contentType() {
        return HTML;
    }
}
