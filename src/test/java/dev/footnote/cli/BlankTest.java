package dev.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.Door;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.OwnDatabase;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.Metamodel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OwnDatabase.class)
class BlankTest {

    @Inject
    Metamodel metamodel;

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    @Test
    void it_has_a_file_for_every_kind_of_record_and_a_row_for_every_column() throws Exception {
        assertThat(new DatasetScaffold().resources()).containsExactlyInAnyOrderElementsOf(metamodel.entityTypes().stream()
                .filter(entityType -> entityType.resource() != null).map(entityType -> entityType.resource()).toList());
        new DatasetScaffold().write(folder);
        String page = Files.readString(folder.resolve("README.md"));
        for (String resource : new DatasetScaffold().resources()) {
            String head = Files.readAllLines(folder.resolve(resource + ".csv")).get(0);
            String table = page.substring(page.indexOf("## " + resource + ".csv")).split("\n## ")[0];
            assertThat(head.split(",")).allSatisfy(header -> assertThat(table).contains("`" + header + "`"));
        }
    }

    @Test
    void it_is_imported_as_it_is() throws Exception {
        new DatasetScaffold().write(folder);
        importer.take(folder, ProgressListener.NONE);
        assertThat(Door.plain(Door.ask("{ people { nodes { slug citations { nodes { locator source { slug } } } } }"
                + " organizations { nodes { slug } } }")))
                .isEqualTo("{\"data\":{\"people\":{\"nodes\":[{\"slug\":\"ada-example\","
                        + "\"citations\":{\"nodes\":[{\"locator\":\"page 7\",\"source\":{\"slug\":\"example-report\"}}]}}]},"
                        + "\"organizations\":{\"nodes\":[{\"slug\":\"example-organization\"}]}}}");
    }
}
