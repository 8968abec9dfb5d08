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
import dev.footnote.query.page.Cursor;

/** The records that were appended to a list after a place: a subscription as a query that is repeated. */
final class AppendedRecords implements LiveOperation {

    static final String AFTER = "footnoteAfter";
    static final String FIRST = "footnoteFirst";
    static final String LIST = "list";
    static final String NUMBERS = "numbers";
    static final String NEWEST = "newest";

    /** The most records that are read at a time. */
    private static final int MOST = 100;
    private static final String NUMBER = "number";

    /** Numbers are passed on as they are written. */
    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();

    private final String document;
    private final String field;
    private final Map<String, Object> variables;
    private int last;
    private int page = MOST;

    /**
     * @param document a query with the variables {@link #AFTER} and {@link #FIRST}; the records are under {@link #LIST} as
     *        {@code nodes}, and again as {@link #NUMBERS} with their numbers; if it has a filter, the last record of the whole
     *        list is under {@link #NEWEST}
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
        all.put(AFTER, Cursor.ofNumber(last));
        all.put(FIRST, page);
        return new GraphQLRequest(document, null, all).by(Caller.SERVER);
    }

    @Override
    public LiveAnswer answer(byte[] body) {
        JsonNode data;
        try {
            data = JSON.readTree(body).get("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonNode numbers = data.at("/" + LIST + "/" + NUMBERS);
        List<LiveEvent> events = new ArrayList<>();
        int position = last;
        for (int i = 0; i < numbers.size(); i++) {
            JsonNode value = data.get(LIST).get("nodes").get(i);
            JsonNode payload = JSON.createObjectNode().set("data", JSON.createObjectNode().set(field, value));
            position = numbers.get(i).get(NUMBER).intValue();
            events.add(new LiveEvent(OptionalInt.of(position), value.toString(), payload.toString()));
        }
        boolean isFull = events.size() == page;
        if (!isFull) {
            // what the filter leaves out need not be looked through again
            position = Math.max(position, data.at("/" + NEWEST + "/nodes/0/" + NUMBER).asInt());
        }
        return new LiveAnswer(events, Integer.toString(position), isFull);
    }

    @Override
    public boolean lacks(LiveAnswer answer) {
        return !answer.events().isEmpty();
    }

    @Override
    public void advance(LiveAnswer answer) {
        last = Integer.parseInt(answer.position());
        if (answer.isFull()) {
            page = Math.min(MOST, page * 2);
        }
    }

    @Override
    public boolean reduce() {
        boolean isReduced = page > 1;
        page = Math.max(1, page / 2);
        return isReduced;
    }
}
