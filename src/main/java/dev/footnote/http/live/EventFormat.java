package dev.footnote.http.live;

import dev.footnote.query.subscription.LiveEvent;

/** How an event is written as a server-sent event. */
public enum EventFormat {

    /** By the protocol graphql-sse: a GraphQL response. */
    NEXT {
        @Override
        String text(LiveEvent event) {
            return id(event) + next(event.payload());
        }
    },

    /** An edit by itself, for clients that know nothing of GraphQL. */
    EDIT {
        @Override
        String text(LiveEvent event) {
            return id(event) + "event: edit\ndata: " + event.value() + "\n\n";
        }
    };

    /** The event that ends an operation, by the protocol graphql-sse. */
    public static final String COMPLETE = "event: complete\ndata:\n\n";

    abstract String text(LiveEvent event);

    /** @param payload a GraphQL response */
    public static String next(String payload) {
        return "event: next\ndata: " + payload + "\n\n";
    }

    /** A GraphQL response for one of several operations. @param id of the operation, as JSON */
    public static String next(String id, String payload) {
        return next("{\"id\":" + id + ",\"payload\":" + payload + "}");
    }

    /** The event that ends one of several operations. @param id of the operation, as JSON */
    public static String complete(String id) {
        return "event: complete\ndata: {\"id\":" + id + "}\n\n";
    }

    private static String id(LiveEvent event) {
        return event.number().isPresent() ? "id: " + event.number().getAsInt() + "\n" : "";
    }
}
