package dev.footnote.query.subscription;

import java.util.OptionalInt;

import dev.footnote.query.Caller;
import dev.footnote.query.GraphQLRequest;

/**
 * A request that may have a live operation.
 *
 * @param size of the request in bytes
 * @param live which queries are live queries
 * @param after the number of the last record that the client has, if the transport says so; it goes before the argument of the
 *        subscription, because a client that connects again has got more since
 */
public record LiveRequest(GraphQLRequest request, int size, LiveQueries live, OptionalInt after) {

    /** Which queries are live queries. */
    public enum LiveQueries {
        ALL,
        WITH_DIRECTIVE,
        NONE
    }

    /** The same request by another caller. */
    public LiveRequest by(Caller caller) {
        return new LiveRequest(request.by(caller), size, live, after);
    }

    /** Whether the request may have a live operation. Looks at the text only, because parsing takes time. */
    public static boolean isPossible(GraphQLRequest request) {
        return request.document() == null || request.document().contains("subscription")
                || request.document().contains("@live");
    }

    /**
     * Whether a request may have a subscription.
     *
     * @param text of the request, as JSON or as a URL
     */
    public static boolean isSubscriptionPossible(String text) {
        return text.contains("subscription") || !text.contains("query");
    }
}
