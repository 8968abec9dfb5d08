package dev.footnote.http.graphql;

import java.util.List;

import dev.footnote.http.HeaderElement;
import dev.footnote.query.RequestError;
import dev.footnote.query.execution.GraphQLResponse;
import io.vertx.core.http.HttpHeaders;

/** The response media types of GraphQL over HTTP. */
public enum ResponseMediaType {

    /** The status shows whether the request was valid. */
    GRAPHQL("application/graphql-response+json"),

    /** The media type for older clients: the status is 200 for every well-formed request, and errors are in the response. */
    JSON("application/json");

    private final String name;
    private final CharSequence header;

    ResponseMediaType(String name) {
        this.name = name;
        this.header = HttpHeaders.createOptimized(name + "; charset=utf-8");
    }

    CharSequence header() {
        return header;
    }

    public int status(GraphQLResponse answer) {
        return switch (answer.outcome()) {
            case ANSWERED -> 200;
            case REFUSED -> refused(answer.code());
            case OVERLOADED, UNAVAILABLE -> 503;
            case FAILED -> 500;
        };
    }

    /** Clients of both media types act upon a status about credentials or the method. */
    private int refused(RequestError.Code code) {
        return switch (code) {
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case MUTATION_OVER_GET -> 405;
            case UNAVAILABLE -> 503;
            // a browser that opens an event stream again tries no further
            case RESET -> this == GRAPHQL ? 410 : 200;
            default -> this == GRAPHQL ? 400 : 200;
        };
    }

    String contentType() {
        return header.toString();
    }

    /** @param contentTypes the values of the header; whether a body of that type is JSON in UTF-8 */
    static boolean isJson(List<String> contentTypes) {
        if (contentTypes.size() == 1 && contentTypes.get(0).equals(JSON.name)) {
            return true;
        }
        return HeaderElement.single(contentTypes).filter(type -> type.value().equals(JSON.name)
                && type.parameters().getOrDefault("charset", "utf-8").equals("utf-8")).isPresent();
    }
}
