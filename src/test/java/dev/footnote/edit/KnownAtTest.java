package dev.footnote.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void the_dataset_is_described_as_it_was() {
        String dataset = "{ dataset { id title version licence fingerprint label } }";
        importer.take(described("one", ""), ProgressListener.NONE);
        int first = last();
        String one = Door.ask(dataset);
        importer.take(described("two", "later,article,A later paper,2021\n"), ProgressListener.NONE);
        Editor.createSource("Edited");
        int second = last();
        String two = Door.ask(dataset);
        importer.take(null, ProgressListener.NONE);
        assertThat(one).contains("one").isNotEqualTo(two);
        assertThat(Door.ask(known(dataset, first))).isEqualTo(one);
        assertThat(Door.ask(known(dataset, second))).isEqualTo(two);
        assertThat(Door.ask(known(dataset, last()))).isEqualTo(Door.ask(dataset)).doesNotContain("two");
    }

    private Path described(String title, String sources) {
        return new SmallDataset().with("sources", "id,kind,title,published\npaper,article,A paper,2020-01\n" + sources)
                .described("\"title\": \"%1$s\", \"version\": \"%1$s\", ".formatted(title))
                .in(folder.resolve(title));
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
