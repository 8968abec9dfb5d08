package dev.footnote.edit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.footnote.Door;
import dev.footnote.http.AllowedCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Server-sent events keep to the rules of HTTP. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
@Timeout(60)
class EventStreamsTest {

    private static final String EVENTS = "text/event-stream";
    private static final String GRAPHQL = "application/graphql-response+json";
    private static final String SUBSCRIPTION = Door
            .text(Map.of("query", "subscription { edits(after: 0) { number } }"));

    private static RequestSpecification accepting(String accept) {
        return given().header("Accept", accept);
    }

    private static ValidatableResponse got(String document) {
        return accepting(EVENTS).queryParam("query", document).get("/graphql").then();
    }

    @Test
    void a_request_that_is_refused_has_the_status_of_its_error() {
        got("mutation { revert(edit: \"edit:1\") { edit { id } } }").statusCode(405).header("Allow", "POST")
                .contentType(GRAPHQL);
        got("{ nothing }").statusCode(400).contentType(GRAPHQL).header("Cache-Control", "no-store");
        accepting(EVENTS).header("Authorization", "Bearer " + AllowedCallers.EXPIRED).queryParam("query", "{ __typename }")
                .get("/graphql").then()
                .statusCode(401).header("WWW-Authenticate", Matchers.startsWith("Bearer"));
    }

    @Test
    void a_single_answer_is_not_taken_from_a_cache_and_not_for_the_answer_in_json() {
        got("{ __typename }").statusCode(200).contentType(EVENTS).header("Cache-Control", "no-store").header("Vary",
                Matchers.containsStringIgnoringCase("accept"));
    }

    @Test
    void head_runs_no_query() {
        // it has an error, which only running it tells
        accepting(EVENTS).queryParam("query", "{ people(first: -1) { totalCount } }").head("/graphql").then().statusCode(200)
                .contentType(EVENTS);
        accepting(EVENTS).head("/q/search-as-one-types?query=x").then().statusCode(200).contentType(EVENTS);
    }

    @Test
    void a_subscription_is_answered_by_events_also_if_json_is_preferred() throws Exception {
        String first = Editor.createSource("Either");
        Editor.createSource("Either too");
        String document = Door.text(Map.of("query", "subscription($n: Int) { edits(after: $n) { number } }", "variables",
                Map.of("n", Editor.number(first))));
        try (EventStreamClient stream = EventStreamClient.post(document, "application/json, text/event-stream")) {
            assertThat(stream.next().data()).contains("\"number\":" + (Editor.number(first) + 1));
        }
        accepting("application/json, text/event-stream").contentType("application/json").body(Door.text(Map.of("query",
                "query @live { __typename }"))).post("/graphql").then().statusCode(200).contentType("application/json")
                .body(Matchers.equalTo("{\"data\":{\"__typename\":\"Query\"}}"));
        accepting("application/json").contentType("application/json").body(SUBSCRIPTION).post("/graphql").then()
                .body(Matchers.containsString("text/event-stream"));
    }

    @Test
    void a_client_that_connects_again_goes_on_after_the_last_event_that_it_has() throws Exception {
        String first = Editor.createSource("Last");
        int last = Editor.number(first);
        Editor.createSource("Next");
        String url = "/graphql?query=subscription%7Bedits(after:0)%7Bsummary%7D%7D";
        try (EventStreamClient stream = EventStreamClient.get(url, "Last-Event-ID", Integer.toString(last))) {
            assertThat(stream.next().data()).contains("Next");
        }
        accepting(EVENTS).header("Last-Event-ID", "x").get(url).then().statusCode(400)
                .body(Matchers.containsString("Last-Event-ID"));
        accepting(EVENTS).header("Last-Event-ID", "x").get("/changes").then().statusCode(400);
    }

    @Test
    void a_filter_that_nothing_meets_does_not_keep_what_follows_back() throws Exception {
        int last = Editor.number(Editor.createSource("Ahead"));
        try (EventStreamClient stream = EventStreamClient.post(Door.text(Map.of("query",
                "subscription { edits(after: %d, filter: {summary: {eq: \"Rare\"}}) { summary } }".formatted(last))),
                EVENTS)) {
            List.of("Common", "Frequent", "Rare", "Usual").forEach(Editor::createSource);
            assertThat(stream.next().data()).contains("Rare");
            Editor.createSource("Rare");
            assertThat(stream.next().data()).contains("Rare");
        }
    }

    @Test
    void feed_readers_get_the_latest_edits() {
        String id = Editor.createSource("Fed <b>&amp;</b> \\u0001");
        String feed = given().get("/changes.atom").then().statusCode(200).contentType("application/atom+xml").extract()
                .asString();
        assertThat(feed).contains("<title>Fed &lt;b&gt;&amp;amp;&lt;/b&gt; \ufffd</title>",
                "/edit/" + Editor.number(id) + "\"", "CREATED source:fed");
        given().post("/changes.atom").then().statusCode(405).header("Allow", "GET, HEAD");
        accepting("application/atom+xml;q=0").get("/changes.atom").then().statusCode(406);
    }

    @Test
    void an_entry_of_the_feed_keeps_its_id_whatever_the_server_is_called() {
        Editor.createSource("Kept id");
        XmlPath here = given().get("/changes.atom").then().extract().xmlPath();
        XmlPath there = given().header("Host", "facts.example").get("/changes.atom").then().extract().xmlPath();
        assertThat(there.getString("feed.id")).isEqualTo(here.getString("feed.id")).startsWith("urn:uuid:");
        assertThat(there.getString("feed.entry[0].id")).isEqualTo(here.getString("feed.entry[0].id"))
                .isNotEqualTo(here.getString("feed.entry[1].id"));
        assertThat(there.getString("feed.entry[0].link.@href")).startsWith("http://facts.example/edit/");
    }

    @Test
    void a_feed_that_has_not_changed_is_not_sent_again() {
        Editor.createSource("Tagged");
        String tag = given().get("/changes.atom").then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get("/changes.atom").then().statusCode(304);
        Editor.createSource("Tagged anew");
        given().header("If-None-Match", tag).get("/changes.atom").then().statusCode(200)
                .contentType("application/atom+xml").body(Matchers.containsString("Tagged anew"));
        given().get("/changes.atom").then().statusCode(200).contentType("application/atom+xml");
    }
}
