package dev.footnote.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.SmallDataset;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.http.AllowedCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** What was known after an edit is answered as it was answered then, whatever was edited and imported since. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class KnownAtTest {

    private static final int STEPS = 40;

    /** Asked after each step, and again as known then, at the end. */
    private static final List<String> QUESTIONS = List.of(
            "{ people(first: 50) { totalCount nodes { id number version label summary affiliations(first: 20) {"
                    + " totalCount nodes { id title from to organization { id name } citations(first: 5) { nodes { locator } } } }"
                    + " citations(first: 5) { totalCount nodes { note locator source { id title } } } } } }",
            "{ organizations(first: 50, orderBy: [{ members: { count: DESC } }, { name: DESC }], filter: { or: [{ members:"
                    + " { some: { kind: { eq: STAFF } } } }, { name: { contains: \"a\" } }] }) { totalCount nodes { id name version"
                    + " members(first: 9, at: \"2015\", possibly: true) { nodes { id person { id } } } } } }",
            "{ affiliations { totalCount groups(by: [{ kind: VALUE }, { from: YEAR }]) { nodes { count key { kind from { year } } } } } }",
            "{ sources { totalCount nodes { id title citations { totalCount } } } }",
            "{ edits(first: 3) { totalCount nodes { id summary } } changes(last: 2) { totalCount nodes { record action } } }",
            "{ person(by: { name: \"Ann\" }) { id history { totalCount } } node(id: \"organization:acme\") { label } }");

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    @BeforeEach
    void begin() {
        importer.take(new SmallDataset().in(folder.resolve("begin")), ProgressListener.NONE);
    }

    @AfterEach
    void restore() {
        importer.take(null, ProgressListener.NONE);
    }

    private static int last() {
        return Editor.ask("{ edits(first: 1) { nodes { number } } }").at("/edits/nodes/0/number").asInt();
    }

    private static String known(String question, int edit) {
        return "query @knownAt(edit: \"edit:" + edit + "\") " + question;
    }

    @Test
    void every_revision_answers_as_it_did_then() {
        Random random = new Random(20261127);
        Map<Integer, List<String>> answered = new LinkedHashMap<>();
        for (int step = 0; step < STEPS; step++) {
            step(random, step);
            answered.put(last(), QUESTIONS.stream().map(Door::ask).toList());
        }
        assertThat(answered).hasSizeGreaterThan(STEPS / 2);
        answered.forEach((edit, answers) -> {
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i)).doesNotContain("errors");
                assertThat(Door.ask(known(QUESTIONS.get(i), edit))).as("after edit %d: %s", edit, QUESTIONS.get(i))
                        .isEqualTo(answers.get(i));
            }
        });
    }

    private void step(Random random, int step) {
        String id = "p" + random.nextInt(6);
        switch (random.nextInt(7)) {
            case 0 -> importer.take(new SmallDataset()
                    .with("people", "id,name,source\nann,Ann,paper\nq" + step + ",Quinn " + step
                            + ",paper\n")
                    .in(folder.resolve("import" + step)), ProgressListener.NONE);
            case 1 -> Editor.edit("""
                    {"summary": "gone", "changes": [{"delete": {"id": "person:%s", "cascade": true}}]}""".formatted(id));
            case 2 -> revert();
            default -> Editor.edit("""
                    {"summary": "step %1$s", "citing": [{"source": "paper", "locator": "p%1$s"}], "changes": [
                      {"person": {"id": "%2$s", "set": {"name": "Person %3$s", "summary": "s%4$s"}}},
                      {"affiliation": {"id": "a%2$s", "set": {"person": "%2$s", "organization": "acme", "kind": "STAFF",
                        "title": "T%5$s", "from": "20%6$s"}}}]}""".formatted(step, id, random.nextInt(4), random.nextInt(3),
                    random.nextInt(3), 10 + random.nextInt(9)));
        }
    }

    private static void revert() {
        JsonNode answer = Door.tree(Editor.send(AllowedCallers.EDITOR,
                "mutation { revert(edit: \"edit:" + last() + "\") { problems { message } } }", Map.of()).asString());
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }

    @Test
    void a_moment_stands_for_the_last_edit_until_then() {
        int before = last();
        Editor.edit(
                "{\"summary\": \"renamed\", \"citing\": [{\"source\": \"paper\"}], \"changes\": [{\"organization\": {\"id\":"
                        + " \"acme\", \"set\": {\"name\": \"Renamed\"}}}]}");
        String made = Editor.ask("{ edits(first: 1) { nodes { madeAt } } }").at("/edits/nodes/0/madeAt").asText();
        String name = "{ organization(by: {slug: \"acme\"}) { name } }";
        assertThat(Door.ask("query @knownAt(time: \"" + made + "\") " + name)).contains("Renamed");
        assertThat(Door.ask("query @knownAt(time: \"2001-01-01T00:00:00Z\") " + name)).doesNotContain("Renamed");
        assertThat(Door.ask(known(name, before))).doesNotContain("Renamed");
        assertThat(Door.ask("query($e: ID) @knownAt(edit: $e) " + name, Map.of("e", Integer.toString(before))))
                .doesNotContain("Renamed");
        assertThat(Door.ask(name)).contains("Renamed");
    }

    @Test
    void what_cannot_be_answered_of_the_past_is_refused() {
        assertThat(Door.ask(known("{ search(query: \"ann\") { totalCount } }", last())))
                .contains("search is answered for the present only", "BAD_USER_INPUT");
        assertThat(Door.ask(known("{ people { totalCount } }", 100_000))).contains("There is no edit 100000 yet");
        assertThat(Door.ask("query @knownAt { people { totalCount } }")).contains("exactly one argument");
        assertThat(Door.ask("query @knownAt(edit: \"x\") { people { totalCount } }")).contains("no id of an edit");
        assertThat(Door.ask("query @knownAt(time: \"yesterday\") { people { totalCount } }")).contains("\"errors\"");
    }

    @Test
    void an_export_is_of_the_past_as_well() {
        int before = last();
        Editor.edit("{\"summary\": \"more\", \"changes\": [{\"source\": {\"id\": \"later\", \"set\": {\"title\": \"Later\","
                + " \"kind\": \"OTHER\"}}}]}");
        String now = export("{ sources { nodes { title } } }");
        String then = export(known("{ sources { nodes { title } } }", before));
        assertThat(now).contains("Later");
        assertThat(then).doesNotContain("Later").contains("title");
    }

    private static String export(String document) {
        return RestAssured.given().queryParam("query", document).get("/graphql.csv").then().statusCode(200)
                .extract().asString();
    }
}
