package dev.footnote.blank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.Door;
import dev.footnote.graph.Graph;
import dev.footnote.staging.Progress;
import dev.footnote.transfer.Importer;
import dev.footnote.transfer.OwnDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OwnDatabase.class)
class BlankTest {

    @Inject
    Graph graph;

    @Inject
    Importer importer;

    @TempDir
    Path folder;

    @Test
    void it_has_a_file_for_every_kind_of_record_and_a_row_for_every_column() throws Exception {
        assertThat(new Blank().resources()).containsExactlyInAnyOrderElementsOf(graph.nouns().stream()
                .filter(noun -> noun.resource() != null).map(noun -> noun.resource()).toList());
        new Blank().write(folder);
        String page = Files.readString(folder.resolve("README.md"));
        for (String resource : new Blank().resources()) {
            String head = Files.readAllLines(folder.resolve(resource + ".csv")).get(0);
            String table = page.substring(page.indexOf("## " + resource + ".csv")).split("\n## ")[0];
            assertThat(head.split(",")).allSatisfy(header -> assertThat(table).contains("`" + header + "`"));
        }
    }

    @Test
    void it_is_imported_as_it_is() throws Exception {
        new Blank().write(folder);
        importer.take(folder, Progress.NONE);
        assertThat(Door.plain(Door.ask("{ people { nodes { slug citations { nodes { locator source { slug } } } } }"
                + " organizations { nodes { slug } } }")))
                .isEqualTo("{\"data\":{\"people\":{\"nodes\":[{\"slug\":\"ada-example\","
                        + "\"citations\":{\"nodes\":[{\"locator\":\"page 7\",\"source\":{\"slug\":\"example-report\"}}]}}]},"
                        + "\"organizations\":{\"nodes\":[{\"slug\":\"example-organization\"}]}}}");
    }
}
