package dev.footnote.edit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.edit.EventStreamClient.Event;
import dev.footnote.http.AllowedCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Several operations over one event stream. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
@Timeout(60)
class SingleConnectionTest {

    private static final String EDITS = "subscription { edits { summary } }";
    private static final String ONCE = "{ __typename }";

    private static void hasEvent(Event event, String name, String operation, String part) {
        assertThat(event.event()).isEqualTo(name);
        JsonNode data = Door.tree(event.data());
        assertThat(data.get("id").asText()).isEqualTo(operation);
        assertThat(data.path("payload").toString()).contains(part);
    }

    private static void refused(EventStreamReservation reservation, String document, int status, String part) {
        reservation.ask("refused", document).then().statusCode(status).body(Matchers.containsString(part));
    }

    @Test
    void results_of_several_operations_carry_their_ids_and_each_ends_by_itself() throws Exception {
        EventStreamReservation reservation = EventStreamReservation.of(null);
        try (EventStreamClient stream = reservation.open()) {
            reservation.ask("once", ONCE).then().statusCode(202);
            hasEvent(stream.next(), "next", "once", "{\"data\":{\"__typename\":\"Query\"}}");
            hasEvent(stream.next(), "complete", "once", "");
            reservation.ask("live", "query @live { edits { totalCount } }").then().statusCode(202);
            hasEvent(stream.next(), "next", "live", "totalCount");
            reservation.ask("edits", EDITS).then().statusCode(202);
            reservation.end("live").then().statusCode(200);
            Editor.createSource("Over one stream");
            hasEvent(stream.next(), "next", "edits", "Over one stream");
            Editor.createSource("Over one stream again");
            hasEvent(stream.next(), "next", "edits", "Over one stream again");
        }
    }

    @Test
    void what_was_asked_before_the_stream_is_opened_is_sent_when_it_is() throws Exception {
        EventStreamReservation reservation = EventStreamReservation.of(null);
        reservation.ask("once", ONCE).then().statusCode(202);
        int last = Editor.number(Editor.createSource("Earliest"));
        reservation.ask("edits", "subscription { edits(after: " + last + ") { summary } }").then().statusCode(202);
        Editor.createSource("Early");
        try (EventStreamClient stream = reservation.open()) {
            hasEvent(stream.next(), "next", "once", "Query");
            hasEvent(stream.next(), "complete", "once", "");
            hasEvent(stream.next(), "next", "edits", "Early");
        }
    }

    @Test
    void a_request_that_is_no_valid_operation_is_answered_itself_with_the_status_of_its_error() throws Exception {
        EventStreamReservation reservation = EventStreamReservation.of(null);
        try (EventStreamClient stream = reservation.open()) {
            refused(reservation, "{ nothing }", 400, "nothing");
            reservation.send(Map.of("query", ONCE)).then().statusCode(400).body(Matchers.containsString("operationId"));
            refused(reservation, "", 400, "query");
            reservation.ask("x".repeat(129), ONCE).then().statusCode(400);
            reservation.ask("edits", EDITS).then().statusCode(202);
            reservation.ask("edits", EDITS).then().statusCode(409);
            given().header("X-GraphQL-Event-Stream-Token", reservation.token()).delete("/graphql/stream").then()
                    .statusCode(400);
            given().patch("/graphql/stream").then().statusCode(405).header("Allow", Matchers.containsString("PUT"));
            // the refused ones have left nothing behind
            reservation.ask("refused", ONCE).then().statusCode(202);
            hasEvent(stream.next(), "next", "refused", "Query");
        }
    }

    @Test
    void no_more_operations_run_at_once_than_over_a_websocket() throws Exception {
        EventStreamReservation reservation = EventStreamReservation.of(null);
        try (EventStreamClient stream = reservation.open()) {
            for (int i = 0; i < 20; i++) {
                reservation.ask("o" + i, EDITS).then().statusCode(202);
            }
            reservation.ask("more", EDITS).then().statusCode(503).header("Retry-After", "1");
            reservation.end("o0");
            reservation.ask("more", ONCE).then().statusCode(202);
            hasEvent(stream.next(), "next", "more", "Query");
        }
    }

    @Test
    void a_token_opens_one_stream_once() throws Exception {
        EventStreamReservation reservation = EventStreamReservation.of(null);
        try (EventStreamClient stream = reservation.open()) {
            assertThat(reservation.reopen().statusCode()).isEqualTo(409);
            reservation.ask("once", ONCE);
            assertThat(stream.next().data()).contains("once");
        }
        for (int i = 0; i < 50 && reservation.ask("once", ONCE).statusCode() != 404; i++) {
            Thread.sleep(100);
        }
        assertThat(reservation.reopen().statusCode()).isEqualTo(404);
        assertThat(new EventStreamReservation(null, "guessed").reopen().statusCode()).isEqualTo(404);
        assertThat(EventStreamReservation.of(null).token()).hasSizeGreaterThan(30).isNotEqualTo(reservation.token());
    }

    @Test
    void operations_run_with_the_rights_of_who_sends_them_and_only_over_an_own_stream() throws Exception {
        String create = "mutation { edit(input: {changes: [{source: {set: {title: \"Eva's\", kind: OTHER}}}]})"
                + " { edit { madeBy } } }";
        EventStreamReservation reservation = EventStreamReservation.of(AllowedCallers.EDITOR);
        try (EventStreamClient stream = reservation.open()) {
            for (String key : new String[] { null, AllowedCallers.READER, AllowedCallers.ADMIN }) {
                EventStreamReservation foreign = new EventStreamReservation(key, reservation.token());
                refused(foreign, ONCE, 403, "another caller");
                assertThat(foreign.end("mine").statusCode()).isEqualTo(403);
            }
            reservation.ask("mine", create).then().statusCode(202);
            hasEvent(stream.next(), "next", "mine", "\"madeBy\":\"eva\"");
        }
        EventStreamReservation reader = EventStreamReservation.of(AllowedCallers.READER);
        try (EventStreamClient stream = reader.open()) {
            if (reader.ask("mine", create).statusCode() == 202) {
                hasEvent(stream.next(), "next", "mine", "FORBIDDEN");
            }
        }
    }
}
