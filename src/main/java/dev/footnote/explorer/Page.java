package dev.footnote.explorer;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.query.GraphQLRequest;

/** A page: what it asks, and how it shows the answer. */
public interface Page {

    GraphQLRequest request();

    /** @param data of the answer */
    RenderedPage render(JsonNode data);
}
