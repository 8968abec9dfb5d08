package dev.footnote.query.subscription;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

import dev.footnote.query.GraphQLRequest;

/** A query whose answer is sent whenever it changes. */
final class LiveQuery implements LiveOperation {

    private final GraphQLRequest request;
    private String last = "";

    LiveQuery(GraphQLRequest request) {
        this.request = request;
    }

    @Override
    public GraphQLRequest request() {
        return request;
    }

    @Override
    public List<LiveEvent> events(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return List.of(new LiveEvent(OptionalInt.empty(), text, text));
    }

    @Override
    public List<LiveEvent> advance(List<LiveEvent> events) {
        String payload = events.get(0).payload();
        if (payload.equals(last)) {
            return List.of();
        }
        last = payload;
        return events;
    }

    @Override
    public boolean isFull(List<LiveEvent> events) {
        return false;
    }
}
