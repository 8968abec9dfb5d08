package dev.footnote.http.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.GraphQLExecutor;
import dev.footnote.query.execution.GraphQLResponse;

/** Reads edits from the log, by the GraphQL query that a client would use. */
@Singleton
class EditEventReader {

    static final int PAGE = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String AFTER = """
            query EditsAfter($number: Int!) {
              edits(first: %s, filter: { number: { gt: $number } }, orderBy: [{ number: ASC }]) {
                nodes {
                  number
                  id
                  kind
                  madeAt
                  madeBy
                  summary
                  created
                  updated
                  deleted
                  changes(first: 20) { totalCount nodes { record action fields(first: 20) { nodes { field before after } } } }
                }
              }
            }""".formatted(PAGE);
    private static final String LAST = "query LastEdit { edits(first: 1, orderBy: [{ number: DESC }]) { nodes { number } } }";

    private final GraphQLExecutor executor;

    EditEventReader(GraphQLExecutor executor) {
        this.executor = executor;
    }

    /** The edits after a number in their order, at most {@link #PAGE}. */
    List<EditEvent> after(int number) {
        List<EditEvent> events = new ArrayList<>();
        edits(new GraphQLRequest(AFTER, null, Map.of("number", number))).forEach(edit -> events.add(EditEvent.of(edit)));
        return events;
    }

    /** The number of the last edit; 0 if there is none. */
    int last() {
        return edits(new GraphQLRequest(LAST, null, Map.of())).path(0).path("number").asInt();
    }

    /** @throws IllegalStateException if the database cannot be read now */
    private JsonNode edits(GraphQLRequest request) {
        GraphQLResponse response = executor.ask(request);
        if (response.outcome() != GraphQLResponse.Outcome.ANSWERED) {
            throw new IllegalStateException("The log of edits cannot be read: " + response.code());
        }
        try {
            return JSON.readTree(response.body()).at("/data/edits/nodes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
