package dev.footnote.dataset.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.dataset.datapackage.DataPackageDescriptor;
import dev.footnote.dataset.datapackage.DatasetFolder;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.InvalidDatasetException;

/** An incomplete output never looks complete, and no existing file is lost. */
class OutputTargetTest {

    private static final String DESCRIPTOR = "{\"resources\": [{\"path\": \"people.csv\"}, {\"path\": \"../outside.csv\"}]}";

    @TempDir
    Path here;

    @Test
    void a_file_gets_its_name_only_when_it_is_complete() throws IOException {
        Path file = here.resolve("new/data.zip");
        try (OutputTarget.Draft draft = OutputTarget.file(file, false).begin()) {
            draft.open("any").write("whole".getBytes(StandardCharsets.UTF_8));
            assertThat(file).doesNotExist();
            draft.finish();
        }
        assertThat(file).hasContent("whole");
        assertThat(names(file.getParent())).containsExactly("data.zip");
    }

    @Test
    void an_aborted_export_leaves_no_files_and_deletes_none() throws IOException {
        Path file = Files.writeString(here.resolve("data.zip"), "before");
        try (OutputTarget.Draft draft = OutputTarget.file(file, true).begin()) {
            draft.open("any").write(1);
        }
        Path folder = dataset("dataset");
        try (OutputTarget.Draft draft = OutputTarget.folder(folder, true).begin()) {
            draft.open("people.csv").write(1);
        }
        assertThat(file).hasContent("before");
        assertThat(names(here)).containsExactlyInAnyOrder("data.zip", "dataset");
        assertThat(names(folder)).containsExactlyInAnyOrder("datapackage.json", "people.csv", "README.md");
        assertThat(folder.resolve("people.csv")).hasContent("id");
    }

    @Test
    void existing_output_is_replaced_only_on_request() throws IOException {
        Path file = Files.writeString(here.resolve("data.zip"), "before");
        Path folder = dataset("dataset");
        assertThatThrownBy(() -> OutputTarget.file(file, false).begin()).isInstanceOf(OutputExistsException.class)
                .hasMessage(file + " exists already. Name another file, or allow it to be replaced.");
        assertThatThrownBy(() -> OutputTarget.folder(folder, false).begin()).isInstanceOf(OutputExistsException.class)
                .hasMessage(folder + " holds a dataset already. Name another folder, or allow it to be replaced.");
        assertThatThrownBy(() -> OutputTarget.folder(file, true).begin()).isInstanceOf(OutputExistsException.class);
        assertThatThrownBy(() -> OutputTarget.file(folder, true).begin()).isInstanceOf(OutputExistsException.class);
    }

    @Test
    void a_folder_with_other_files_is_never_overwritten() throws IOException {
        Files.writeString(here.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> OutputTarget.folder(here, true).begin()).isInstanceOf(OutputExistsException.class)
                .hasMessage(
                        here + " contains files that are not a dataset. Name a folder that is empty or does not exist yet.");
        assertThat(names(here)).containsExactly("letter.txt");
    }

    @Test
    void a_dataset_is_replaced_with_the_files_that_it_names_and_no_others() throws IOException {
        Path outside = Files.writeString(here.resolve("outside.csv"), "mine");
        Path folder = dataset("dataset");
        try (OutputTarget.Draft draft = OutputTarget.folder(folder, true).begin()) {
            draft.open("datapackage.json").write('{');
            draft.open("topics.csv").write('t');
            draft.finish();
        }
        assertThat(names(folder)).containsExactlyInAnyOrder("datapackage.json", "topics.csv", "README.md");
        assertThat(folder.resolve("datapackage.json")).hasContent("{");
        assertThat(outside).hasContent("mine");
    }

    @Test
    void a_folder_in_which_files_are_left_half_moved_is_no_dataset() throws IOException {
        Path folder = dataset("dataset");
        Path inTheWay = Files.createDirectories(folder.resolve("topics.csv/full"));
        assertThatThrownBy(() -> write(folder)).isInstanceOf(IOException.class);
        // what was not moved is kept beside, because it is nowhere else
        assertThat(names(folder)).filteredOn(name -> !name.startsWith(".writing-"))
                .containsExactlyInAnyOrder("datapackage.json", "names.csv", "topics.csv", "README.md");
        assertThat(names(folder)).filteredOn(name -> name.startsWith(".writing-")).singleElement()
                .satisfies(name -> assertThat(names(folder.resolve(name))).contains("datapackage.json", "topics.csv"));
        DatasetProblems problems = new DatasetProblems();
        assertThat(DataPackageDescriptor.read(DatasetFolder.at(folder), problems)).isNull();
        assertThat(catchThrowableOfType(InvalidDatasetException.class, problems::stop).problems())
                .containsExactly("datapackage.json: A dataset is being written here, or writing it was interrupted. Wait"
                        + " until it is complete, or export it again and replace what is here.");
        Files.delete(inTheWay);
        Files.delete(folder.resolve("topics.csv"));
        write(folder);
        assertThat(names(folder)).contains("datapackage.json", "names.csv", "topics.csv", "README.md");
        assertThat(folder.resolve("datapackage.json")).hasContent("{");
    }

    private static void write(Path folder) throws IOException {
        try (OutputTarget.Draft draft = OutputTarget.folder(folder, true).begin()) {
            draft.open("names.csv").write('n');
            draft.open("datapackage.json").write('{');
            draft.open("topics.csv").write('t');
            draft.finish();
        }
    }

    @Test
    void a_zip_of_the_same_files_is_the_same_bytes() throws IOException {
        byte[] first = zipped();
        assertThat(zipped()).isEqualTo(first);
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(first));
        assertThat(zip.getNextEntry().getName()).isEqualTo("one.csv");
        assertThat(zip.readAllBytes()).asString().isEqualTo("1");
        assertThat(zip.getNextEntry().getName()).isEqualTo("two.csv");
        assertThat(zip.readAllBytes()).asString().isEqualTo("2");
        assertThat(zip.getNextEntry()).isNull();
    }

    private static byte[] zipped() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputTarget.Draft draft = new ZipOutput(OutputTarget.stream(out).begin())) {
            draft.open("one.csv").write('1');
            draft.open("two.csv").write('2');
            draft.finish();
        }
        return out.toByteArray();
    }

    private Path dataset(String name) throws IOException {
        Path folder = Files.createDirectory(here.resolve(name));
        Files.writeString(folder.resolve("datapackage.json"), DESCRIPTOR);
        Files.writeString(folder.resolve("people.csv"), "id");
        Files.writeString(folder.resolve("README.md"), "mine");
        return folder;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
