package dev.footnote.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import dev.footnote.domain.organization.OrganizationSchema;
import dev.footnote.domain.person.Person;
import dev.footnote.domain.person.PersonSchema;
import dev.footnote.domain.source.SourceSchema;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;

/** Every given file is read, or reported by name. */
class DatasetFilesTest {

    private static final String UNREAD = ": No resource of datapackage.json names the file; it is not read.";

    private final Metamodel metamodel = new Metamodel(
            List.of(new SourceSchema(), new OrganizationSchema(), new PersonSchema()));

    @TempDir
    Path folder;

    private DatasetProblems problems;

    @Test
    void file_names_are_case_insensitive_and_unread_files_are_reported() throws IOException {
        write("PEOPLE.CSV", "id,name\nann,Ann\n");
        write("Sources.tsv", "id\tkind\ttitle\n");
        write("more.dat", "x");
        write("sub/people.csv", "id,name\n");
        write("README.txt", "read me");
        write(".git/config", "x");
        assertThat(people(folder)).containsExactly("ann");
        assertThat(warnings()).extracting(warning -> warning.replaceFirst(":.*", "")).containsExactly("more.dat",
                "sub/people.csv");
    }

    @Test
    void a_file_that_no_resource_names_is_reported() throws IOException {
        write("people..2020.csv", "id,name\nann,Ann\n");
        write("people-2021.csv", "id,name\nbo,Bo\n");
        write("data/old.csv", "id\n");
        describe("{\"name\": \"people\", \"path\": \"people..2020.csv\"}");
        assertThat(people(folder)).containsExactly("ann");
        assertThat(warnings()).containsExactly("data/old.csv" + UNREAD, "people-2021.csv" + UNREAD);
    }

    @Test
    void a_zip_of_a_folder_is_read_like_the_folder() throws IOException {
        Path zip = folder.resolve("facts.zip");
        try (OutputStream bytes = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : List.of("facts/people.csv", "__MACOSX/facts/._people.csv", "facts/notes.xlsx")) {
                out.putNextEntry(new ZipEntry(name));
                out.write("id,name\nann,Ann\n".getBytes());
            }
        }
        assertThat(people(zip)).containsExactly("ann");
        assertThat(warnings()).hasSize(1).allMatch(warning -> warning.startsWith("notes.xlsx: "));
    }

    @Test
    void the_descriptor_may_be_given_for_its_folder() throws IOException {
        write("people.csv", "id,name\nann,Ann\n");
        describe("{\"name\": \"people\", \"path\": \"people.csv\"}");
        assertThat(people(folder.resolve("datapackage.json"))).containsExactly("ann");
    }

    @Test
    void a_part_of_a_table_with_other_columns_is_reported_by_name() throws IOException {
        write("a.csv", "id,name,summary,,\nann,Ann,x,,\n");
        write("b.csv", "id,name,hometown\nbo,Bo,y\n");
        describe("{\"name\": \"people\", \"path\": [\"a.csv\", \"b.csv\"]}");
        assertThat(people(folder)).containsExactly("ann", "bo");
        assertThat(warnings()).containsExactly(
                "a.csv:1: The file has no column hometown, and b.csv of the same table has. These cells are empty for"
                        + " this file.",
                "a.csv:1:4: The column has no name, so it is not read. Name it, or remove it.",
                "a.csv:1:5: The column has no name, so it is not read. Name it, or remove it.",
                "b.csv:1: The file has no column summary, and a.csv of the same table has. These cells are empty for this"
                        + " file.");
        write("b.csv", "key,name\nbo,Bo\n");
        assertThat(found(folder)).contains("b.csv:1: The column \"id\" is missing.");
    }

    @Test
    void a_missing_column_in_a_part_of_a_mapped_table_is_reported() throws IOException {
        write("a.csv", "key,full,full,\n1,Ann,other,x\n");
        write("b.csv", "key,other\n2,y\n");
        describe("{\"name\": \"persons\", \"path\": [\"a.csv\", \"b.csv\"]}, {\"name\": \"map\", \"path\": \"map.geojson\","
                + " \"format\": \"geojson\"}");
        write("map.geojson", "{}");
        write("footnote.json",
                "{\"people\": {\"from\": \"persons\", \"columns\": {\"id\": \"{key}\", \"name\": \"{key}\", \"summary\":"
                        + " \"{other}\", \"note\": \"{*}\"}}}");
        assertThat(people(folder)).containsExactly("1", "2");
        assertThat(warnings())
                .anyMatch(one -> one.startsWith("a.csv:1: The file has no column \"other\", which a rule of footnote.json"))
                .anyMatch(one -> one.startsWith("datapackage.json: The resource \"map\" is not CSV"));
        write("footnote.json", "{\"people\": {\"from\": \"persons\", \"columns\": {\"id\": \"{key}\", \"name\": \"{full}\"}}}");
        assertThat(found(folder))
                .containsExactly("a.csv:1:3: The column \"full\" appears twice, and a rule of footnote.json"
                        + " reads it. Give one of them another name.");
    }

    @Test
    void a_package_of_others_is_recognised_by_its_first_lines() throws IOException {
        write("firms.csv", "firm_id,label\n" + "1,A\n".repeat(10_000));
        write("people.csv", "person,label\n" + "1,A\n".repeat(10_000));
        describe("{\"name\": \"firms\", \"path\": \"firms.csv\"}, {\"name\": \"people\", \"path\": \"people.csv\"}");
        assertThat(found(folder)).hasSize(3).anyMatch(one -> one.contains("The resource \"firms\" is unknown to Footnote"))
                .anyMatch(one -> one
                        .startsWith("people.csv:1: The file lacks id, name, and has person, label, which people has not."))
                .anyMatch(one -> one.contains("Write a mapping, put it next to the files"));
    }

    @Test
    void size_and_hash_are_those_of_the_files() throws IOException {
        write("people.csv", "id,name\nann,Ann\n");
        Map.of("\"bytes\": 16", 0, "\"bytes\": 15", 1, "\"hash\": \"md5:0\"", 1, "\"hash\": \"crc:0\"", 1,
                "\"hash\": \"sha1:%s\"", 0).forEach((said, count) -> {
                    describe("{\"name\": \"people\", \"path\": \"people.csv\", "
                            + said.formatted("470d85bfd1915a5246e62619b77e6785458baeb0") + "}");
                    assertThat(found(folder)).as(said).hasSize(count);
                });
    }

    @Test
    void keys_are_unique_and_lead_somewhere() throws IOException {
        write("people.csv", "id,name,hometown\nann,Ann,Here\nbo,Ann,\ncy,Cy,There\n");
        write("organizations.csv", "id,kind,name\nhere,other,Here\n");
        describe(
                "{\"name\": \"people\", \"path\": \"people.csv\", \"schema\": {\"fields\": [{\"name\": \"id\"},"
                        + " {\"name\": \"name\","
                        + " \"constraints\": {\"unique\": true}}, {\"name\": \"hometown\"}], \"primaryKey\": [\"id\","
                        + " \"hometown\"],"
                        + " \"foreignKeys\": [{\"fields\": \"hometown\", \"reference\": {\"resource\": \"organizations\","
                        + " \"fields\":"
                        + " \"name\"}}]}}, {\"name\": \"organizations\", \"path\": \"organizations.csv\"}");
        assertThat(found(folder)).containsExactly(
                "people.csv:3:2: name: Another line has the same name, which must be unique by the schema.",
                "people.csv:3:3: hometown: The cell is empty, but by the schema it is part of the key id, hometown.",
                "people.csv:4:3: hometown: No line of organizations has this name, which the schema requires.");
    }

    private List<String> people(Path path) throws IOException {
        problems = new DatasetProblems();
        List<String> ids = new ArrayList<>();
        EntityType people = metamodel.entityType(Person.class);
        try (DatasetSource bundle = DatasetSource.open(metamodel, path, null)) {
            DatasetReader contents = bundle.contents(problems);
            contents.read(people, line -> ids.add(line.cell("id")));
        }
        return ids;
    }

    private List<String> found(Path path) {
        try {
            people(path);
            problems.stop();
            return List.of();
        } catch (InvalidDatasetException broken) {
            return broken.problems();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> warnings() {
        return problems.warnings().stream().map(DatasetProblem::toString).toList();
    }

    private void describe(String resources) {
        try {
            write("datapackage.json", "{\"resources\": [" + resources + "]}");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }
}
