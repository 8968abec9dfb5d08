package org.example.prize;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.cli.DatasetScaffold;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import dev.footnote.dataset.export.DatasetExporter;
import dev.footnote.dataset.export.DatasetFormat;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.output.OutputTarget;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.Metamodel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A new entity type takes one package, one migration and one file of data. No list elsewhere names prizes. */
@QuarkusTest
@TestProfile(PrizeTest.Prizes.class)
class PrizeTest {

    private static final Path DATASET = Path.of("src/test/resources/prize");

    @Inject
    Metamodel metamodel;

    @Inject
    DatasetImporter importer;

    @Inject
    DatasetExporter exporter;

    @TempDir
    Path folder;

    public static class Prizes implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("test.prizes", "true", "footnote.dataset", DATASET.toString(), "quarkus.flyway.locations",
                    "db/migration,db/h2,db/postgresql,db/prize", "quarkus.hibernate-orm.packages",
                    "dev.footnote,org.example.prize");
        }
    }

    @Test
    void it_has_a_list_with_filter_and_order_and_a_relation_on_both_ends() {
        assertThat(answer("""
                { prizes(filter: { winner: { slug: { eq: "ann" } } }, orderBy: [{ awarded: DESC }]) {
                    totalCount nodes { id awarded winner { name } } }
                  people(orderBy: [{ prizes: { count: DESC } }]) { nodes { slug prizes(first: 1) { nodes { name } } } }
                  prize(by: { slug: "lamp-2020" }) { label }
                  node(id: "prize:lamp-2020") { id } }""")).isEqualTo(tree("""
                {"prizes": {"totalCount": 2, "nodes": [
                    {"id": "prize:harbour-2020", "awarded": "2020", "winner": {"name": "Ann Example"}},
                    {"id": "prize:bridge-2019", "awarded": "2019-05", "winner": {"name": "Ann Example"}}]},
                 "people": {"nodes": [{"slug": "ann", "prizes": {"nodes": [{"name": "Bridge Medal"}]}},
                    {"slug": "bo", "prizes": {"nodes": [{"name": "Lamp Prize"}]}}]},
                 "prize": {"label": "Lamp Prize"}, "node": {"id": "prize:lamp-2020"}}"""));
    }

    @Test
    void it_has_groups_and_citations_and_is_found_by_name_and_place() {
        assertThat(answer("""
                { prizes { groups(by: [{ awarded: YEAR }]) { nodes { key { awarded { year } } count } }
                    nodes { citations { nodes { locator source { slug } } } } }
                  search(query: "bridge", types: [PRIZE]) { nodes { node { id } } }
                  place: search(query: "oslo medal") { nodes { node { id } } } }""")).isEqualTo(tree("""
                {"prizes": {"groups": {"nodes": [{"key": {"awarded": {"year": 2019}}, "count": 1},
                    {"key": {"awarded": {"year": 2020}}, "count": 2}]}, "nodes": [
                    {"citations": {"nodes": [{"locator": "page 3", "source": {"slug": "register"}}]}},
                    {"citations": {"nodes": [{"locator": "page 4", "source": {"slug": "register"}}]}},
                    {"citations": {"nodes": [{"locator": "page 5", "source": {"slug": "register"}}]}}]},
                 "search": {"nodes": [{"node": {"id": "prize:bridge-2019"}}]},
                 "place": {"nodes": [{"node": {"id": "prize:bridge-2019"}}]}}"""));
    }

    @Test
    void it_is_exported_as_it_was_imported_and_reported_as_lost_where_a_format_has_none() throws IOException {
        exporter.write(DatasetFormat.DATA_PACKAGE, OutputTarget.folder(folder.resolve("out"), false), ProgressListener.NONE);
        assertThat(Files.readAllLines(folder.resolve("out/prizes.csv"))).hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("bridge-2019", "Bridge Medal", "ann", "Oslo", "2019-05"));
        assertThat(exporter.write(DatasetFormat.FOLLOW_THE_MONEY, OutputTarget.file(folder.resolve("prizes.ftm"), false),
                ProgressListener.NONE).losses()).containsEntry("prizes: whole records", 3L);
        exporter.write(DatasetFormat.JSON_LD, OutputTarget.file(folder.resolve("prizes.jsonld"), false), ProgressListener.NONE);
        assertThat(Files.readString(folder.resolve("prizes.jsonld"))).contains("urn:footnote:prize:bridge-2019");
    }

    @Test
    void it_has_pages() {
        assertThat(given().get("/prizes").asString()).contains("href=\"/prize/bridge-2019\"", "Bridge Medal", "2020");
        assertThat(given().get("/prize/bridge-2019").asString()).contains("<h1 dir=\"auto\">Bridge Medal",
                "<a href=\"/person/ann\">Ann Example</a>", "page 3");
        assertThat(given().get("/person/ann").asString()).contains("Prizes", "href=\"/prize/harbour-2020\"");
    }

    @Test
    void a_broken_row_is_refused_with_its_place() throws IOException {
        for (String file : List.of("sources.csv", "people.csv")) {
            Files.copy(DATASET.resolve(file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("prizes.csv"), "id,name,winner,awarded,source\nlost,,nobody,soon,register\n");
        assertThatThrownBy(() -> importer.take(folder, ProgressListener.NONE)).isInstanceOf(InvalidDatasetException.class)
                .hasMessageContaining("prizes.csv:2:2: name").hasMessageContaining("prizes.csv:2:3: winner")
                .hasMessageContaining("prizes.csv:2:4: awarded");
    }

    @Test
    void a_new_dataset_has_a_file_for_it() throws IOException {
        new DatasetScaffold(metamodel).write(folder);
        assertThat(folder.resolve("prizes.csv")).hasContent("id,name,winner,city,awarded,source,locator,note,stance");
        assertThat(Files.readString(folder.resolve("README.md"))).contains("## prizes.csv", "The name of the prize.");
    }

    private static JsonNode answer(String document) {
        return Door.tree(Door.ask(document)).get("data");
    }

    private static JsonNode tree(String json) {
        return Door.tree(json);
    }
}
