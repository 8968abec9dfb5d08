package dev.footnote.query.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.CancellationToken;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.execution.PreparedRequest;
import io.quarkus.test.junit.QuarkusTest;

/** Every request gets a response, whatever fails during its execution. */
@QuarkusTest
class RequestSchedulerTest {

    private static final String DOCUMENT = "query Desk($first: Int) { people(first: $first) { nodes { name } } }";

    /** Variables that cannot be read, which no request of a client has. */
    private static final Map<String, Object> UNREADABLE = new AbstractMap<>() {

        @Override
        public Set<Entry<String, Object>> entrySet() {
            throw new IllegalStateException("by a test");
        }
    };

    @Inject
    RequestScheduler scheduler;

    private static final class Waiting implements RequestScheduler.Asker {

        final CompletableFuture<GraphQLResponse> answer = new CompletableFuture<>();
        private final CancellationToken cancellation = new CancellationToken();

        @Override
        public CancellationToken cancellation() {
            return cancellation;
        }

        @Override
        public boolean told() {
            return false;
        }

        @Override
        public void understood(PreparedRequest ready) {
            // nobody is told here
        }

        @Override
        public void answered(GraphQLResponse given) {
            assertThat(answer.complete(given)).as("answered once").isTrue();
        }
    }

    @Test
    void unexpected_errors_get_a_response_on_every_path() throws Exception {
        Door.ask(DOCUMENT, Map.of("first", 1));
        for (int size : new int[] { 100, 100_000 }) {
            Waiting asker = new Waiting();
            scheduler.ask(new GraphQLRequest(DOCUMENT, null, UNREADABLE), size, asker);
            assertThat(asker.answer.get(20, TimeUnit.SECONDS).outcome()).isEqualTo(GraphQLResponse.Outcome.FAILED);
        }
    }
}
