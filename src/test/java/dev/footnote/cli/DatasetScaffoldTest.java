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
class DatasetScaffoldTest {

    @Inject
    Metamodel metamodel;

    @Inject
    DatasetImporter importer;

    @TempDir
    Path folder;

    @Test
    void every_table_has_a_file_and_every_column_a_description() throws Exception {
        DatasetScaffold scaffold = new DatasetScaffold(metamodel);
        assertThat(scaffold.resources()).hasSizeGreaterThan(15);
        assertThat(scaffold.resources().subList(0, 3)).containsExactlyInAnyOrder("sources", "organizations", "people");
        scaffold.write(folder);
        String page = Files.readString(folder.resolve("README.md"));
        for (String resource : scaffold.resources()) {
            String head = Files.readAllLines(folder.resolve(resource + ".csv")).get(0);
            String table = page.substring(page.indexOf("## " + resource + ".csv")).split("\n## ")[0];
            assertThat(head.split(",")).allSatisfy(header -> assertThat(table).contains("`" + header + "`"));
        }
    }

    @Test
    void the_documentation_describes_every_table_and_column() throws Exception {
        DatasetScaffold scaffold = new DatasetScaffold(metamodel);
        scaffold.write(folder);
        String page = Files.readString(Path.of("docs/dataset.md"));
        // citations have a chapter of their own
        for (String resource : scaffold.resources().stream().filter(one -> !one.equals("citations")).toList()) {
            assertThat(page).as("Add to docs/dataset.md a section ### " + resource).contains("\n### " + resource + "\n");
            String section = page.substring(page.indexOf("\n### " + resource + "\n")).split("\n### |\n## ", 3)[1];
            String own = Files.readAllLines(folder.resolve(resource + ".csv")).get(0).replace(",source,locator,note,stance",
                    "");
            assertThat(own.split(",")).allSatisfy(header -> assertThat(section)
                    .as("Add to docs/dataset.md, in section " + resource, "a row for " + header).contains("`" + header + "`"));
        }
    }

    @Test
    void it_is_imported_as_it_is() throws Exception {
        new DatasetScaffold(metamodel).write(folder);
        importer.take(folder, ProgressListener.NONE);
        assertThat(Door.plain(Door.ask("{ people { nodes { slug citations { nodes { locator source { slug } } } } }"
                + " organizations { nodes { slug } } }")))
                .isEqualTo("{\"data\":{\"people\":{\"nodes\":[{\"slug\":\"ada-example\","
                        + "\"citations\":{\"nodes\":[{\"locator\":\"page 7\",\"source\":{\"slug\":\"example-report\"}}]}}]},"
                        + "\"organizations\":{\"nodes\":[{\"slug\":\"example-organization\"}]}}}");
    }
}
