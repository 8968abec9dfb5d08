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

import dev.footnote.database.Database;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.GeneratedDataset;
import dev.footnote.dataset.importer.OwnDatabase;
import dev.footnote.dataset.output.OutputTarget;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.Metamodel;
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
    DatasetExporter archive;

    @Inject
    DatasetImporter importer;

    @Inject
    Database database;

    @Inject
    Metamodel metamodel;

    @TempDir
    Path folder;

    @Test
    void the_dataset_that_ships_is_in_the_canonical_form() throws IOException, SQLException {
        Emptied.empty(database, metamodel);
        if ("write".equals(System.getProperty("dataset"))) {
            importer.take(SHIPPED, ProgressListener.NONE);
            archive.write(DatasetFormat.DATA_PACKAGE, OutputTarget.folder(SHIPPED, true), ProgressListener.NONE);
        } else {
            importer.take(null, ProgressListener.NONE);
        }
        assertThat(written("shipped")).as(HOW).isEqualTo(Emptied.files(SHIPPED));
    }

    @Test
    void any_dataset_comes_back_as_it_was_written() throws IOException, SQLException {
        for (long seed = 1; seed <= 3; seed++) {
            Path generated = Files.createDirectory(folder.resolve("generated-" + seed));
            GeneratedDataset.write(generated, seed);
            makeAwkward(generated);
            Emptied.empty(database, metamodel);
            importer.take(generated, ProgressListener.NONE);
            Map<String, String> once = written("once-" + seed);
            Emptied.empty(database, metamodel);
            importer.take(folder.resolve("once-" + seed), ProgressListener.NONE);
            assertThat(written("twice-" + seed)).as("seed " + seed).isEqualTo(once);
        }
    }

    @Test
    void an_updated_database_equals_a_newly_filled_one() throws IOException, SQLException {
        Emptied.empty(database, metamodel);
        importer.take(null, ProgressListener.NONE);
        for (long seed = 4; seed <= 5; seed++) {
            Path generated = Files.createDirectory(folder.resolve("generated-" + seed));
            GeneratedDataset.write(generated, seed);
            importer.take(generated, ProgressListener.NONE);
        }
        Map<String, String> updated = written("updated");
        Emptied.empty(database, metamodel);
        importer.take(folder.resolve("updated"), ProgressListener.NONE);
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
        archive.write(DatasetFormat.DATA_PACKAGE, OutputTarget.folder(folder.resolve(name), false), ProgressListener.NONE);
        return Emptied.files(folder.resolve(name));
    }
}
