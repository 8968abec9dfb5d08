package dev.footnote.folder;

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

import dev.footnote.graph.Graph;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DeltaTest {

    private static final String DELETIONS = "{\"name\": \"deletions\", \"path\": \"gone.csv\"}";

    @Inject
    Graph graph;

    @TempDir
    Path folder;

    private final Faults faults = new Faults();

    @Test
    void a_delta_package_names_the_records_that_go() throws IOException {
        Files.writeString(folder.resolve("gone.csv"), "record\norganization:acme\nperson:a:b\n");
        Contents contents = contents("{\"footnote\": {\"delta\": true}, \"resources\": [" + DELETIONS + "]}");
        List<String> gone = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        contents.deletions(line -> {
            gone.add(line.cell(Contents.RECORD));
            places.add(line.place());
        });
        assertThat(contents.delta()).isTrue();
        assertThat(contents.hasDeletions()).isTrue();
        assertThat(gone).containsExactly("organization:acme", "person:a:b");
        assertThat(contents.fault(places.get(1), Contents.RECORD, "Why?")).hasToString("gone.csv:3:1: record: Why?");
    }

    @Test
    void a_whole_dataset_deletes_nothing() throws IOException {
        Files.writeString(folder.resolve("gone.csv"), "record\norganization:acme\n");
        Contents contents = contents("{\"resources\": [" + DELETIONS + "]}");
        assertThat(contents.delta()).isFalse();
        assertThat(contents.hasDeletions()).isFalse();
        assertThat(faults()).containsExactly("datapackage.json: The resource \"deletions\" belongs in a package that holds only"
                + " what has changed. Write \"footnote\": {\"delta\": true} beside the resources, or leave it out.");
    }

    @Test
    void a_delta_is_true_or_false() throws IOException {
        Files.writeString(folder.resolve("gone.csv"), "record\n");
        contents("{\"footnote\": {\"delta\": \"yes\"}, \"resources\": [" + DELETIONS + "]}");
        assertThat(faults()).contains("datapackage.json: \"footnote\" says \"delta\": \"yes\". Write true for a package that"
                + " holds only what has changed, or false for a whole dataset.");
    }

    private Contents contents(String descriptor) throws IOException {
        Files.writeString(folder.resolve(Descriptor.FILE), descriptor);
        Folder here = Folder.at(folder);
        return new Contents(graph, here, Descriptor.read(here, faults), faults);
    }

    private List<String> faults() {
        return catchThrowableOfType(BrokenDataset.class, faults::stop).faults();
    }
}
