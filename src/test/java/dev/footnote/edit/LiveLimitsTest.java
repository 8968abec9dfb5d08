package dev.footnote.edit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.footnote.Door;
import dev.footnote.http.AllowedCallers;
import dev.footnote.http.OpenOperations;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** Live operations keep within the limits, and lose nothing by that. */
@QuarkusTest
@TestProfile(LiveLimitsTest.Narrow.class)
@Timeout(90)
class LiveLimitsTest {

    private static final int STREAMS = 30;
    private static final int ANSWER = 20_000;
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Inject
    MeterRegistry meters;

    /** A start of the application with little room for live operations, and seldom rounds. */
    public static class Narrow extends AllowedCallers {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("footnote.live.streams", Integer.toString(STREAMS));
            settings.put("footnote.live.queries", "1");
            settings.put("footnote.http.patience", PATIENCE.toMillis() + "ms");
            settings.put("footnote.http.sockets", "2");
            settings.put("footnote.live.interval", INTERVAL.toMillis() + "ms");
            settings.put("footnote.limits.answer-bytes", Integer.toString(ANSWER));
            return settings;
        }
    }

    /** Asks for events and vanishes, as a client does whose network fails. */
    private static void leave(String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port), 3000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.setSoLinger(true, 0);
        }
    }

    @Test
    void clients_that_leave_at_once_take_no_place() throws Exception {
        for (String path : List.of("/changes", "/graphql?query=subscription%7Bedits%7Bid%7D%7D",
                "/q/search-as-one-types?query=x")) {
            for (int i = 0; i < 10 * STREAMS; i++) {
                leave("GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n");
            }
        }
        List<EventStreamClient> streams = open();
        given().header("Accept", "text/event-stream").get("/changes").then().statusCode(503).header("Retry-After",
                Matchers.notNullValue());
        for (EventStreamClient stream : streams) {
            stream.close();
        }
    }

    /** Opens as many streams as there may be, as soon as the server has noticed who left. */
    private static List<EventStreamClient> open() throws Exception {
        while (true) {
            List<EventStreamClient> streams = new ArrayList<>();
            try {
                while (streams.size() < STREAMS) {
                    streams.add(EventStreamClient.get("/changes"));
                }
                return streams;
            } catch (AssertionError notYet) {
                for (EventStreamClient stream : streams) {
                    stream.close();
                }
                Thread.sleep(INTERVAL.toMillis());
            }
        }
    }

    @AfterEach
    @Timeout(90)
    void waitUntilNoneIsOpen() throws InterruptedException {
        OpenOperations.awaitNone(meters);
    }

    @Test
    void changes_that_fill_an_answer_are_sent_in_smaller_ones_without_a_pause() throws Exception {
        String first = Editor.createSource("Begin");
        List<String> made = IntStream.range(0, 40).mapToObj(i -> Editor.createSource(i + "x".repeat(900))).toList();
        long begun = System.nanoTime();
        try (EventStreamClient stream = EventStreamClient.get("/changes?since=" + Editor.number(first))) {
            for (String id : made) {
                assertThat(Door.tree(stream.next().data()).get("id").asText()).isEqualTo(id);
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("one round takes " + INTERVAL)
                .isLessThan(INTERVAL.multipliedBy(3));
    }

    @Test
    void a_subscription_that_costs_too_much_for_a_page_reads_fewer_records() throws Exception {
        String nested = "edit { changes(first: 100) { nodes { edit { changes(first: 100) { nodes { id } } } } } }";
        int first = Editor.number(Editor.createSource("Dear"));
        String id = Editor.createSource("Dear too");
        try (EventStreamClient stream = EventStreamClient.post(Door.text(Map.of("query",
                "subscription { edits(after: " + first + ") { id changes(first: 10) { nodes { " + nested + " } } } }")))) {
            assertThat(stream.next().data()).contains(id);
        }
        given().header("Accept", "text/event-stream").contentType("application/json").body(Door.text(Map.of("query",
                "subscription { edits(after: 0) { changes(first: 100) { nodes { edit { changes(first: 100) { nodes { "
                        + nested + " } } } } } } }")))
                .post("/graphql").then().statusCode(400).body(Matchers.containsString("TOO_COMPLEX"));
    }

    @Test
    void operations_that_ask_something_different_each_get_their_turn() throws Exception {
        int first = Editor.number(Editor.createSource("Turns"));
        List<EventStreamClient> streams = new ArrayList<>();
        for (int i = 0; i < STREAMS / 2; i++) {
            streams.add(EventStreamClient.post(
                    Door.text(Map.of("query", "subscription { edits(after: " + first + ") { a" + i + ": id } }"))));
        }
        String id = Editor.createSource("Turn");
        for (EventStreamClient stream : streams) {
            assertThat(stream.next().data()).contains(id);
            stream.close();
        }
    }

    @Test
    void a_reserved_stream_that_is_not_opened_in_time_makes_room_for_another() throws Exception {
        EventStreamReservation first = EventStreamReservation.of(null);
        EventStreamReservation second = EventStreamReservation.of(null);
        given().put("/graphql/stream").then().statusCode(503).header("Retry-After", Matchers.notNullValue());
        try (EventStreamClient stream = second.open()) {
            Thread.sleep(PATIENCE.plusMillis(500).toMillis());
            assertThat(first.reopen().statusCode()).isEqualTo(404);
            assertThat(EventStreamReservation.of(null).token()).isNotEqualTo(first.token());
            second.ask("1", "{ __typename }").then().statusCode(202);
            assertThat(stream.next().data()).contains("Query");
        }
    }
}
