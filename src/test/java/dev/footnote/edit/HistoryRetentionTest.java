package dev.footnote.edit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.dataset.history.HistoryTables;
import dev.footnote.dataset.importer.DatasetEditor;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.SmallDataset;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.http.AllowedCallers;
import dev.footnote.http.graphql.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** What is too old leaves the history and the log, and whoever asks for it is told. */
@QuarkusTest
@TestProfile(HistoryRetentionTest.Alone.class)
@Timeout(240)
class HistoryRetentionTest {

    /** A start of its own, because other tests ask for the history that is deleted here. */
    public static class Alone extends AllowedCallers {
    }

    private record Kept(Optional<Duration> keep, Duration keys, Duration pause) implements HistoryConfig {
    }

    private static final Duration DAY = Duration.ofDays(1);
    private static final String GRAPHQL = "application/graphql-response+json";
    private static final String SUMMARY = "{ person(by: {slug: \"%s\"}) { id summary } }";

    @Inject
    DatasetEditor editor;

    @Inject
    HistoryTables history;

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    private void deleteAt(Instant now, Optional<Duration> keep) {
        new HistoryRetention(editor, history, new Kept(keep, DAY.multipliedBy(7), DAY),
                Clock.fixed(now, ZoneOffset.UTC)).run();
    }

    /** A moment after all edits until now, and before all later ones. */
    private static Instant moment() throws InterruptedException {
        Thread.sleep(5);
        Instant now = Instant.now();
        Thread.sleep(5);
        return now;
    }

    private static String person(String id, String summary) {
        JsonNode payload = Editor.edit("""
                {"citing": [{"source": "whu-xiaomi-joint-laboratory"}], "changes": [
                  {"person": {"id": "%s", "set": {"name": "Kept", "summary": "%s"}}}]}""".formatted(id, summary));
        assertThat(payload.get("problems")).isEmpty();
        return payload.at("/edit/id").asText();
    }

    @Test
    void the_key_of_an_edit_is_remembered_for_a_week() {
        String input = "{\"key\": \"once\", \"changes\": [{\"source\": {\"set\": {\"title\": \"Once\", \"kind\": \"OTHER\"}}}]}";
        String first = Editor.edit(input).at("/edit/id").asText();
        deleteAt(Instant.now().plus(DAY.multipliedBy(6)), Optional.empty());
        assertThat(Editor.edit(input).at("/edit/id").asText()).isEqualTo(first);
        deleteAt(Instant.now().plus(DAY.multipliedBy(8)), Optional.empty());
        assertThat(Editor.edit(input).at("/edit/id").asText()).isNotEqualTo(first);
        assertThat(Door.ask("query @knownAt(edit: \"" + first + "\") { sources { totalCount } }")).as("history is kept")
                .doesNotContain("errors");
    }

    @Test
    void what_is_too_old_is_no_longer_known_and_the_error_says_since_when_it_is() throws Exception {
        String first = person("kept", "first");
        person("kept-twin", "twin");
        Editor.send(AllowedCallers.EDITOR,
                "mutation { merge(into: \"person:kept\", from: \"person:kept-twin\") { edit { id } } }",
                Map.of());
        String last = person("kept", "last");
        Instant moment = moment();
        String next = person("kept", "next");
        int all = Editor.ask("{ edits { totalCount } }").at("/edits/totalCount").asInt();
        deleteAt(moment.plus(DAY), Optional.of(DAY));
        assertThat(Editor.ask("{ edits { totalCount } }").at("/edits/totalCount").asInt()).isEqualTo(2).isLessThan(all);
        assertThat(knownAt(first)).contains("BAD_USER_INPUT", "What was known before " + last + " is not kept", "made at 20");
        assertThat(Door.ask("query @knownAt(time: \"2001-01-01T00:00:00Z\") " + SUMMARY.formatted("kept")))
                .contains("The history begins at " + last);
        assertThat(knownAt(last)).contains("\"summary\":\"last\"");
        assertThat(knownAt(next)).contains("\"summary\":\"next\"");
        assertThat(Editor.ask("{ changes(first: 1) { nodes { edit { id } } } }").at("/changes/nodes/0/edit/id").asText())
                .isEqualTo(last);
        assertThat(Door.ask(SUMMARY.formatted("kept-twin"))).as("a merged id leads on").contains("\"id\":\"person:kept\"");
        assertThat(Editor.send(AllowedCallers.EDITOR, "mutation { revert(edit: \"" + first + "\") { problems { code } } }",
                Map.of()).asString()).contains("NOT_FOUND");
    }

    private static String knownAt(String edit) {
        return Door.ask("query @knownAt(edit: \"" + edit + "\") " + SUMMARY.formatted("kept"));
    }

    @Test
    void numbers_go_on_when_no_change_is_left_in_the_log() throws Exception {
        person("numbered", "one");
        int last = lastChange();
        importer.take(SmallDataset.delta().with("sources", "id,kind,title\nnumbered,other,Numbered\n").in(folder.resolve("d")),
                ProgressListener.NONE);
        deleteAt(moment().plus(DAY), Optional.of(DAY));
        assertThat(Editor.ask("{ changes { totalCount } edits { totalCount nodes { kind } } }").toString())
                .isEqualTo("{\"changes\":{\"totalCount\":0},\"edits\":{\"totalCount\":1,\"nodes\":[{\"kind\":\"IMPORT\"}]}}");
        person("numbered", "two");
        assertThat(lastChange()).isEqualTo(last + 1);
    }

    private static int lastChange() {
        return Editor.ask("{ changes(last: 1) { nodes { number } } }").at("/changes/nodes/0/number").asInt();
    }

    @Test
    void whoever_goes_on_after_what_is_no_longer_kept_is_told_over_each_transport() throws Exception {
        String old = person("followed", "one");
        String cursor = cursor();
        int change = lastChange();
        person("followed", "two");
        String oldest = cursor();
        person("followed", "three");
        Instant moment = moment();
        person("followed", "four");
        // the last edit of what is too old stays with its changes
        deleteAt(moment.plus(DAY), Optional.of(DAY));
        String list = "{ changes(first: 5, after: \"%s\") { nodes { edit { id } } } }";
        assertThat(Door.ask(list.formatted(cursor))).contains("RESET", "Records after number " + change + " of changes");
        given().header("Accept", GRAPHQL).contentType("application/json")
                .body(Door.text(Map.of("query", list.formatted(cursor))))
                .post("/graphql").then().statusCode(410);
        assertThat(Editor.ask(list.formatted(oldest)).at("/changes/nodes")).hasSize(2);
        isRefused("/graphql", "subscription { changes(after: " + change + ") { number } }", List.of());
        isRefused("/graphql", "subscription { changes { number } }", List.of(Integer.toString(change)));
        given().header("Accept", "text/event-stream").get("/changes?since=" + Editor.number(old)).then().statusCode(410)
                .body(containsString("RESET"));
        given().header("Accept", "text/event-stream").header("Last-Event-ID", Editor.number(old)).get("/changes").then()
                .statusCode(410);
        try (Client client = new Client("graphql-transport-ws")) {
            client.say("{\"type\":\"connection_init\"}").hear();
            client.ask("s", "subscription { fieldChanges(after: 1) { number } }", Map.of());
            assertThat(client.hear()).contains("\"type\":\"error\"", "RESET");
        }
        try (EventStreamClient stream = EventStreamClient.get("/changes?since=" + (Editor.number(old) + 1))) {
            assertThat(stream.next().id()).isEqualTo(Integer.toString(Editor.number(old) + 2));
        }
    }

    private static String cursor() {
        return Editor.ask("{ changes(last: 1) { pageInfo { endCursor } } }").at("/changes/pageInfo/endCursor").asText();
    }

    private static void isRefused(String path, String document, List<String> lastEvent) {
        given().header("Accept", "text/event-stream").headers(lastEvent.isEmpty() ? Map.of()
                : Map.of("Last-Event-ID", lastEvent.get(0))).queryParam("query", document).get(path).then().statusCode(410)
                .contentType(GRAPHQL).body(containsString("RESET"));
    }
}
