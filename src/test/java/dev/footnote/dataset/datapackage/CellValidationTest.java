package dev.footnote.dataset.datapackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.domain.person.Person;
import dev.footnote.metamodel.Metamodel;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CellValidationTest {

    @Inject
    Metamodel metamodel;

    @TempDir
    Path folder;

    private final DatasetProblems problems = new DatasetProblems();

    @Test
    void errors_and_warnings_of_a_cell_are_reported() throws IOException {
        check("id,name,hometown\nann,Ann\u200b,\nbo, Bo,x\ncy,,y\n");
        assertThat(problems.warnings()).extracting(DatasetProblem::toString).containsExactly(
                "people.csv:2:2: name: The text holds U+200B, which readers cannot see. Remove it if it is not intended.",
                "people.csv:3:2: name: There are spaces around the text. Remove them if they are not intended.");
        InvalidDatasetException broken = catchThrowableOfType(InvalidDatasetException.class, problems::stop);
        assertThat(broken.problems())
                .containsExactly("people.csv:4:2: name: The cell is empty, and every record needs a value here.");
    }

    @Test
    void a_fault_is_a_line_of_json() throws IOException {
        check("id,name\nann,Ann\u200b\n");
        assertThat(problems.warnings()).extracting(DatasetProblem::json)
                .containsExactly("{\"file\":\"people.csv\",\"line\":2,\"column\":2,"
                        + "\"header\":\"name\",\"value\":\"AnnU+200B\",\"message\":\"The text holds U+200B, which readers"
                        + " cannot see. Remove it if it is not intended.\"}");
        assertThat(new DatasetProblem("people.csv", 0, 0, "Empty.").json()).isEqualTo("{\"file\":\"people.csv\",\"line\":null,"
                + "\"column\":null,\"header\":null,\"value\":null,\"message\":\"Empty.\"}");
    }

    private void check(String people) throws IOException {
        Files.writeString(folder.resolve("people.csv"), people);
        DatasetFolder here = DatasetFolder.at(folder);
        DatasetReader contents = new DatasetReader(metamodel, here, DataPackageDescriptor.read(here, problems), problems);
        List<TableColumn> columns = new EntityColumns(metamodel.entityType(Person.class)).columns();
        contents.read(metamodel.entityType(Person.class), line -> columns.forEach(column -> column.check(line)));
    }
}
