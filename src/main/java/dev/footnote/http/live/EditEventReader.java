package dev.footnote.http.live;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.GraphQLExecutor;

/** Reads edits from the log, by the GraphQL query that a client would use. */
@Singleton
class EditEventReader {

    static final int PAGE = 100;

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
        return nodes(new GraphQLRequest(AFTER, null, Map.of("number", number))).stream()
                .map(edit -> EditEvent.of((Map<?, ?>) edit)).toList();
    }

    /** The number of the last edit; 0 if there is none. */
    int last() {
        return nodes(new GraphQLRequest(LAST, null, Map.of())).stream()
                .map(edit -> (Integer) ((Map<?, ?>) edit).get("number")).findFirst().orElse(0);
    }

    private List<?> nodes(GraphQLRequest request) {
        return (List<?>) ((Map<?, ?>) executor.read(request).get("edits")).get("nodes");
    }
}
