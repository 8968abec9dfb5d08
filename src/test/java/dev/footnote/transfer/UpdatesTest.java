package dev.footnote.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.database.Database;
import dev.footnote.graph.Graph;
import dev.footnote.staging.Progress;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Whatever a database held before, an import leaves in it what it would have left in an empty one. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class UpdatesTest {

    @Inject
    Importer importer;

    @Inject
    Database database;

    @Inject
    Graph graph;

    @TempDir
    Path folder;

    @Test
    void a_dataset_on_top_of_another_and_by_itself_are_the_same() throws IOException, SQLException {
        for (long seed = 1; seed <= 6; seed++) {
            Path one = Files.createDirectory(folder.resolve("one" + seed));
            Path other = Files.createDirectory(folder.resolve("other" + seed));
            GeneratedDataset.write(one, seed);
            // half of what it holds is of the same ids with other contents, and all citations are others
            GeneratedDataset.write(other, -seed);
            take(one);
            Outcome changed = take(other);
            Map<String, List<String>> onTop = held();
            assertThat(changed.changes().changed()).isPositive();
            take(new SmallDataset().in(folder.resolve("small" + seed)));
            take(other);
            assertThat(held()).as("seed " + seed).isEqualTo(onTop);
        }
    }

    @Test
    void the_same_records_in_other_files_change_nothing() {
        take(new SmallDataset().in(folder.resolve("first")));
        Outcome same = take(new SmallDataset().in(folder.resolve("same")));
        assertThat(same.same()).isTrue();
        Outcome quoted = take(new SmallDataset().change("people", "ann,Ann", "\"ann\",\"Ann\"").in(folder.resolve("quoted")));
        assertThat(quoted.same()).isFalse();
        assertThat(quoted.changes().none()).isTrue();
        assertThat(quoted.revision()).isNotEqualTo(same.revision());
    }

    @Test
    void no_more_is_written_than_what_differs() {
        take(new SmallDataset().in(folder.resolve("first")));
        Outcome outcome = take(new SmallDataset()
                .change("organizations", "acme,company,Acme", "new,team,New,,,,paper,\nacme,company,Acme Ltd.")
                .without("identifiers").in(folder.resolve("second")));
        // New and its citation; Acme; the identifier and its citation
        assertThat(outcome.changes().added()).isEqualTo(2);
        assertThat(outcome.changes().changed()).isEqualTo(1);
        assertThat(outcome.changes().deleted()).isEqualTo(2);
    }

    @Test
    void identifiers_exchange_their_values() throws SQLException {
        String both = "acme-q,acme,wikidata,Q1,paper\nlab-q,lab,wikidata,Q2,paper\n";
        take(new SmallDataset().change("identifiers", "acme-q,acme,wikidata,Q1,paper\n", both).in(folder.resolve("both")));
        take(new SmallDataset().change("identifiers", "acme-q,acme,wikidata,Q1,paper\n",
                both.replace("Q1", "Q3").replace("Q2", "Q1").replace("Q3", "Q2")).in(folder.resolve("exchanged")));
        assertThat(held().get("identifier")).hasSize(2).anyMatch(row -> row.contains("acme-q") && row.contains("|Q2|"))
                .anyMatch(row -> row.contains("lab-q") && row.contains("|Q1|"));
    }

    private Map<String, List<String>> held() throws SQLException {
        return new Held(graph, database).everything();
    }

    private Outcome take(Path dataset) {
        return importer.take(dataset, Progress.NONE);
    }
}
