package dev.footnote.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.footnote.Door;
import dev.footnote.edit.Editor;
import dev.footnote.http.AllowedCallers;
import dev.footnote.http.OpenOperations;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.execution.CancellationToken;
import dev.footnote.query.execution.GraphQLExecutor;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.subscription.LiveEvent;
import dev.footnote.query.subscription.LiveOperation;
import dev.footnote.query.subscription.LiveOperations;
import dev.footnote.query.subscription.LiveRequest;
import dev.footnote.query.subscription.LiveRequest.LiveQueries;
import dev.footnote.query.subscription.PreparedLiveRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** What one live operation does is no concern of the others. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
@Timeout(60)
class LiveSessionsTest {

    /** A client over a connection that may fail. */
    private static final class Client implements LiveSink {

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private volatile boolean isBroken;
        private volatile boolean isClosed;

        @Override
        public boolean isClosed() {
            return isClosed;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public boolean send(LiveEvents events, Runnable written) {
            if (isBroken) {
                throw new IllegalStateException("Response is closed");
            }
            events.all().stream().map(LiveEvent::payload).forEach(heard::add);
            return true;
        }

        @Override
        public void fail(GraphQLResponse error) {
            heard.add(new String(error.body()));
        }

        String next() throws InterruptedException {
            return heard.poll(10, TimeUnit.SECONDS);
        }
    }

    private static final String QUERY = "query @live { people(first: 1) { nodes { id } } }";

    @Inject
    LiveSessions sessions;

    @Inject
    LiveOperations operations;

    @Inject
    GraphQLExecutor executor;

    @Inject
    MeterRegistry registry;

    private final List<LiveSession> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(sessions::close);
    }

    private PreparedLiveRequest prepared(String document, Map<String, Object> variables) {
        return operations.prepared(new LiveRequest(new GraphQLRequest(document, null, variables), 0,
                LiveQueries.WITH_DIRECTIVE, OptionalInt.empty()), new CancellationToken());
    }

    private void open(Client client) {
        Optional<LiveSession> session = sessions.open(prepared(QUERY, Map.of()), client);
        opened.add(session.orElseThrow());
    }

    @Test
    void a_connection_that_fails_is_tried_again_and_keeps_nothing_from_the_others() throws Exception {
        Client broken = new Client();
        broken.isBroken = true;
        open(broken);
        Client sound = new Client();
        open(sound);
        assertThat(sound.next()).contains("person:");
        broken.isBroken = false;
        assertThat(broken.next()).contains("person:");
    }

    @Test
    void a_session_whose_client_has_left_is_dropped() throws Exception {
        Client client = new Client();
        open(client);
        assertThat(client.next()).contains("person:");
        assertThat(OpenOperations.count(registry)).isOne();
        client.isClosed = true;
        waitUntilNoneIsOpen();
    }

    @BeforeEach
    void waitUntilNoneIsOpen() throws InterruptedException {
        OpenOperations.awaitNone(registry);
    }

    @Test
    void variables_that_an_operation_does_not_use_do_not_keep_equal_ones_apart() {
        assertThat(request(QUERY, Map.of("unused", 1))).isEqualTo(request(QUERY, Map.of()));
        String subscription = "subscription($n: Int) { edits(after: $n, filter: {summary: {eq: \"x\"}}) { id } }";
        assertThat(request(subscription, Map.of("n", 0, "footnoteFilter", 1)))
                .isEqualTo(request(subscription, Map.of("n", 0, "other", 2)));
    }

    private GraphQLRequest request(String document, Map<String, Object> variables) {
        return prepared(document, variables).operation().orElseThrow().request();
    }

    @Test
    void what_a_filter_leaves_out_is_looked_through_once() {
        Editor.createSource("Left out");
        int last = Door.data("{ edits(first: 1) { nodes { number } } }").at("/edits/nodes/0/number").asInt();
        LiveOperation operation = prepared("subscription { edits(after: 0, filter: {summary: {eq: \"none\"}}) { id } }",
                Map.of()).operation().orElseThrow();
        assertThat(after(operation)).isEqualTo("0");
        operation.advance(operation.answer(executor.ask(operation.request()).body()));
        assertThat(after(operation)).isEqualTo(Integer.toString(last));
    }

    /** The number of the record that the operation goes on after, which is at the end of its cursor. */
    private static String after(LiveOperation operation) {
        String cursor = (String) operation.request().variables().get("footnoteAfter");
        String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        return place.substring(place.lastIndexOf('+') + 1);
    }
}
