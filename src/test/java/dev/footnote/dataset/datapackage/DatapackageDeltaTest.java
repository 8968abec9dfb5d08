package dev.footnote.dataset.datapackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.metamodel.Metamodel;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DatapackageDeltaTest {

    private static final String DELETIONS = "{\"name\": \"deletions\", \"path\": \"gone.csv\"}";

    @Inject
    Metamodel metamodel;

    @TempDir
    Path folder;

    private final DatasetProblems problems = new DatasetProblems();

    @Test
    void a_delta_package_lists_the_records_to_delete() throws IOException {
        Files.writeString(folder.resolve("gone.csv"), "record\norganization:acme\nperson:a:b\n");
        DatasetReader contents = contents("{\"footnote\": {\"delta\": true}, \"resources\": [" + DELETIONS + "]}");
        List<String> gone = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        contents.deletions(line -> {
            gone.add(line.cell(DatasetReader.RECORD));
            places.add(line.place());
        });
        assertThat(contents.delta()).isTrue();
        assertThat(contents.hasDeletions()).isTrue();
        assertThat(gone).containsExactly("organization:acme", "person:a:b");
        assertThat(contents.problem(places.get(1), DatasetReader.RECORD, "Why?")).hasToString("gone.csv:3:1: record: Why?");
    }

    @Test
    void a_whole_dataset_deletes_nothing() throws IOException {
        Files.writeString(folder.resolve("gone.csv"), "record\norganization:acme\n");
        DatasetReader contents = contents("{\"resources\": [" + DELETIONS + "]}");
        assertThat(contents.delta()).isFalse();
        assertThat(contents.hasDeletions()).isFalse();
        assertThat(problems())
                .containsExactly("datapackage.json: The resource \"deletions\" belongs in a package that holds only"
                        + " what has changed. Write \"footnote\": {\"delta\": true} beside the resources, or leave it out.");
    }

    @Test
    void a_delta_is_true_or_false() throws IOException {
        Files.writeString(folder.resolve("gone.csv"), "record\n");
        contents("{\"footnote\": {\"delta\": \"yes\"}, \"resources\": [" + DELETIONS + "]}");
        assertThat(problems()).contains("datapackage.json: \"footnote\" says \"delta\": \"yes\". Write true for a package that"
                + " holds only what has changed, or false for a whole dataset.");
    }

    private DatasetReader contents(String descriptor) throws IOException {
        Files.writeString(folder.resolve(DataPackageDescriptor.FILE), descriptor);
        DatasetFolder here = DatasetFolder.at(folder);
        return new DatasetReader(metamodel, here, DataPackageDescriptor.read(here, problems), problems);
    }

    private List<String> problems() {
        return catchThrowableOfType(InvalidDatasetException.class, problems::stop).problems();
    }
}
