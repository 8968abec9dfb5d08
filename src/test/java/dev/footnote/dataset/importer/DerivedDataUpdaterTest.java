package dev.footnote.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.dataset.staging.ProgressListener;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Derived data is updated by every import. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class DerivedDataUpdaterTest {

    @Inject
    DatasetImporter importer;

    @Inject
    Database database;

    @TempDir
    Path folder;

    @Test
    void a_record_is_found_by_the_names_that_it_has_now() {
        take(new SmallDataset(), "first");
        assertThat(found("acme")).containsExactly("organization:acme");
        assertThat(found("ann")).containsExactly("person:ann");
        take(new SmallDataset().change("organizations", "company,Acme,", "company,Zenith Works,"), "renamed");
        assertThat(found("zenith")).containsExactly("organization:acme");
        assertThat(found("acme")).isEmpty();
        take(new SmallDataset().without("people").without("affiliations"), "fewer");
        assertThat(found("ann")).isEmpty();
        assertThat(found("acme")).containsExactly("organization:acme");
    }

    @Test
    void a_dataset_that_an_older_release_imported_gets_its_keys() throws SQLException {
        take(new SmallDataset(), "first");
        assertThat(found("lab")).containsExactly("organization:lab");
        execute("DELETE FROM search_key", "DELETE FROM search_name", "DELETE FROM derivation",
                "UPDATE revision SET version = 'older'");
        assertThat(found("lab")).as("nothing is found, and nothing fails, while there are no keys").isEmpty();
        take(new SmallDataset(), "first");
        assertThat(found("lab")).containsExactly("organization:lab");
        execute("UPDATE derivation SET version = 'of rules that hold no more'", "DELETE FROM search_key",
                "UPDATE revision SET version = 'old rules'");
        take(new SmallDataset(), "first");
        assertThat(found("lab")).containsExactly("organization:lab");
    }

    @Test
    void derived_data_of_the_same_dataset_and_rules_is_kept() throws SQLException {
        take(new SmallDataset(), "first");
        execute("DELETE FROM search_key", "UPDATE revision SET version = 'untouched'");
        take(new SmallDataset(), "first");
        assertThat(found("lab")).isEmpty();
        execute("UPDATE derivation SET version = 'anything'");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.source().getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> found(String query) {
        List<String> ids = new ArrayList<>();
        JsonNode answer = Door.tree(Door.ask("query($q: String!) { search(query: $q) { nodes { node { id } } } }",
                Map.of("q", query)));
        answer.at("/data/search/nodes").forEach(hit -> ids.add(hit.at("/node/id").asText()));
        return ids;
    }

    private void take(SmallDataset dataset, String name) {
        importer.take(dataset.in(folder.resolve(name)), ProgressListener.NONE);
    }
}
