package dev.footnote.query.subscription;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.footnote.query.Caller;
import dev.footnote.query.GraphQLRequest;

/** The records that were appended to a list after a place: a subscription as a query that is repeated. */
final class AppendedRecords implements LiveOperation {

    /** The most records that are read at a time. */
    static final int PAGE = 100;
    static final String AFTER = "footnoteAfter";
    static final String LIST = "list";
    static final String NUMBERS = "numbers";

    /** Numbers are passed on as they are written. */
    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();

    private final String document;
    private final String field;
    private final Map<String, Object> variables;
    private int last;

    /**
     * @param document a query with the variable {@link #AFTER}; the records are under {@link #LIST} as {@code nodes}, and again
     *        as {@link #NUMBERS} with their numbers
     * @param field the response name of the subscription field
     * @param last the number of the last record that the client has
     */
    AppendedRecords(String document, String field, Map<String, Object> variables, int last) {
        this.document = document;
        this.field = field;
        this.variables = variables;
        this.last = last;
    }

    @Override
    public GraphQLRequest request() {
        Map<String, Object> all = new LinkedHashMap<>(variables);
        all.put(AFTER, last);
        return new GraphQLRequest(document, null, all).by(Caller.SERVER);
    }

    @Override
    public List<LiveEvent> events(byte[] body) {
        try {
            JsonNode list = JSON.readTree(body).at("/data/" + LIST);
            List<LiveEvent> events = new ArrayList<>();
            for (int i = 0; i < list.get(NUMBERS).size(); i++) {
                JsonNode value = list.get("nodes").get(i);
                JsonNode payload = JSON.createObjectNode().set("data", JSON.createObjectNode().set(field, value));
                events.add(new LiveEvent(OptionalInt.of(list.get(NUMBERS).get(i).get("number").intValue()),
                        value.toString(), payload.toString()));
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<LiveEvent> advance(List<LiveEvent> events) {
        if (!events.isEmpty()) {
            last = events.get(events.size() - 1).number().orElseThrow();
        }
        return events;
    }

    @Override
    public boolean isFull(List<LiveEvent> events) {
        return events.size() == PAGE;
    }
}
