package dev.footnote.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.graph.Graph;
import dev.footnote.person.Person;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CheckedCellTest {

    @Inject
    Graph graph;

    @TempDir
    Path folder;

    private final Faults faults = new Faults();

    @Test
    void a_cell_tells_what_is_wrong_and_what_may_be() throws IOException {
        check("id,name,hometown\nann,Ann\u200b,\nbo, Bo,x\ncy,,y\n");
        assertThat(faults.warnings()).extracting(Fault::toString).containsExactly(
                "people.csv:2:2: name: The text holds U+200B, which nobody sees. Take it out if it is not meant.",
                "people.csv:3:2: name: There are blanks around the text. Take them out if they are not meant.");
        BrokenDataset broken = catchThrowableOfType(BrokenDataset.class, faults::stop);
        assertThat(broken.faults())
                .containsExactly("people.csv:4:2: name: The cell is empty, and every record needs a value here.");
    }

    @Test
    void a_fault_is_a_line_of_json() throws IOException {
        check("id,name\nann,Ann\u200b\n");
        assertThat(faults.warnings()).extracting(Fault::json)
                .containsExactly("{\"file\":\"people.csv\",\"line\":2,\"column\":2,"
                        + "\"header\":\"name\",\"value\":\"AnnU+200B\",\"message\":\"The text holds U+200B, which nobody sees. Take it out"
                        + " if it is not meant.\"}");
        assertThat(new Fault("people.csv", 0, 0, "Empty.").json()).isEqualTo("{\"file\":\"people.csv\",\"line\":null,"
                + "\"column\":null,\"header\":null,\"value\":null,\"message\":\"Empty.\"}");
    }

    private void check(String people) throws IOException {
        Files.writeString(folder.resolve("people.csv"), people);
        Folder here = Folder.at(folder);
        Contents contents = new Contents(graph, here, Descriptor.read(here, faults), faults);
        List<Column> columns = new Carrier(graph.noun(Person.class)).columns();
        contents.read(graph.noun(Person.class), line -> columns.forEach(column -> column.check(line)));
    }
}
