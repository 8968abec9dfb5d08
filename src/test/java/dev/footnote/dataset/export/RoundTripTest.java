package dev.footnote.dataset.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.dataset.importer.GeneratedDataset;
import dev.footnote.dataset.importer.OwnDatabase;
import dev.footnote.dataset.output.OutputTarget;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** An exported dataset that is imported again is exported as the same bytes. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class RoundTripTest {

    private static final Path SHIPPED = Path.of("src/main/resources/dataset");

    private static final String HOW = "The dataset that ships is not as it would be written out. Write it anew with"
            + " ./mvnw test -Dtest=RoundTripTest -Ddataset=write, and review the difference.";

    @Inject
    DatasetFixture datasets;

    @TempDir
    Path folder;

    @Test
    void the_dataset_that_ships_is_in_the_canonical_form() throws IOException, SQLException {
        if ("write".equals(System.getProperty("dataset"))) {
            datasets.replaceBy(SHIPPED);
            datasets.export(DatasetFormat.DATA_PACKAGE, OutputTarget.folder(SHIPPED, true));
        } else {
            datasets.replaceBy(null);
        }
        assertThat(written("shipped")).as(HOW).isEqualTo(DatasetFixture.files(SHIPPED));
    }

    @Test
    void any_dataset_comes_back_as_it_was_written() throws IOException, SQLException {
        for (long seed = 1; seed <= 3; seed++) {
            Path generated = Files.createDirectory(folder.resolve("generated-" + seed));
            GeneratedDataset.write(generated, seed);
            makeAwkward(generated);
            datasets.replaceBy(generated);
            Map<String, String> once = written("once-" + seed);
            datasets.replaceBy(folder.resolve("once-" + seed));
            assertThat(written("twice-" + seed)).as("seed " + seed).isEqualTo(once);
        }
    }

    @Test
    void an_updated_database_equals_a_newly_filled_one() throws IOException, SQLException {
        datasets.replaceBy(null);
        for (long seed = 4; seed <= 5; seed++) {
            Path generated = Files.createDirectory(folder.resolve("generated-" + seed));
            GeneratedDataset.write(generated, seed);
            datasets.update(generated);
        }
        Map<String, String> updated = written("updated");
        datasets.replaceBy(folder.resolve("updated"));
        assertThat(written("anew")).isEqualTo(updated);
    }

    /** Texts that a careless reader or writer would change. */
    private static void makeAwkward(Path generated) throws IOException {
        try (Stream<Path> files = Files.list(generated)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                Files.writeString(file, Files.readString(file).replace("100%", "\ufeff=1+1;\r  \"\"\ud83d\ude00\u200b")
                        .replace("_b", "\n").replace("!", "-2\n\r"));
            }
        }
        Path descriptor = generated.resolve("datapackage.json");
        Files.writeString(descriptor, Files.readString(descriptor).replaceFirst("\\{", """
                {"keywords": ["a", {"deep": [1.10, 1e400, null, "\\\\u0000 \\\\ud83d\\\\ude00"]}], "profile": "any", "licenses":
                [{"name": "CC0-1.0", "path": "https://example.org/"}], "empty": {}, "none": [],"""));
    }

    private Map<String, String> written(String name) throws IOException {
        datasets.export(DatasetFormat.DATA_PACKAGE, OutputTarget.folder(folder.resolve(name), false));
        return DatasetFixture.files(folder.resolve(name));
    }
}
