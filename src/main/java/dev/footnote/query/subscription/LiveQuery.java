package dev.footnote.query.subscription;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import dev.footnote.metamodel.scalar.Sha256;
import dev.footnote.query.Caller;
import dev.footnote.query.GraphQLRequest;

/** A query whose answer is sent whenever it changes. It keeps the hash of the last answer, because an answer may be large. */
final class LiveQuery implements LiveOperation {

    private final GraphQLRequest request;
    private String last = "";

    /** @param variables the names of those that the operation declares; any other would only keep equal queries apart */
    LiveQuery(GraphQLRequest request, Set<String> variables) {
        Map<String, Object> used = new LinkedHashMap<>(request.variables());
        used.keySet().retainAll(variables);
        Caller caller = request.caller().identity().isEmpty() ? Caller.ANONYMOUS : request.caller();
        this.request = new GraphQLRequest(request.document(), request.name(), request.hash(), request.operation(), used,
                caller);
    }

    @Override
    public GraphQLRequest request() {
        return request;
    }

    @Override
    public LiveAnswer answer(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return new LiveAnswer(List.of(new LiveEvent(OptionalInt.empty(), text, text)), Sha256.of(body), false);
    }

    @Override
    public boolean lacks(LiveAnswer answer) {
        return !answer.position().equals(last);
    }

    @Override
    public void advance(LiveAnswer answer) {
        last = answer.position();
    }

    @Override
    public boolean reduce() {
        return false;
    }
}
