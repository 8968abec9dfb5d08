package dev.footnote.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledged imports survive kill -9. */
class KilledTest {

    private static final int RECORDS = 20_000;
    private static final String COUNT = "{ people { totalCount } dataset { slug } }";

    @TempDir
    Path folder;

    @Test
    void an_import_that_was_acknowledged_survives() throws Exception {
        Path facts = facts();
        try (Packaged server = start("--dataset", facts.toString())) {
            // it listens as soon as the import is done, and not before
            server.address();
            server.kill();
        }
        try (Packaged server = start()) {
            assertThat(Asked.ask(server.address(), COUNT)).isEqualTo(
                    "{\"data\":{\"people\":{\"totalCount\":" + RECORDS + "},\"dataset\":{\"slug\":\"facts\"}}}");
        }
    }

    @Test
    void incomplete_tables_are_created_again_and_no_dataset_is_lost() throws Exception {
        Path facts = facts();
        assertThat(Packaged.run(folder, "import", facts.toString(), "--database", "./home").status()).isZero();
        // a step that was begun
        execute("UPDATE \"flyway_schema_history\" SET \"success\" = FALSE WHERE \"version\" = '2'");
        Packaged.Ended refused = Packaged.run(folder, "serve", "--database", "./home", "--port", "0");
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.out() + refused.err()).contains("a process was killed while it updated the tables",
                "Restore a backup from before").doesNotContain("\tat ");
        // no word of the step that was killed
        execute("DELETE FROM dataset", "DELETE FROM \"flyway_schema_history\" WHERE \"installed_rank\" >= 2",
                "DROP TABLE revision");
        assertThat(Packaged.run(folder, "import", facts.toString(), "--database", "./home").status()).isZero();
        try (Packaged server = start()) {
            assertThat(Asked.ask(server.address(), COUNT)).contains("\"totalCount\":" + RECORDS);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("home"), "", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Path facts() throws Exception {
        Packaged.run(folder, "init", "facts");
        Path facts = folder.resolve("facts");
        Files.writeString(facts.resolve("people.csv"), IntStream.range(0, RECORDS)
                .mapToObj(i -> "p" + i + ",Person " + i + ",example-report\n")
                .collect(Collectors.joining("", "id,name,source\n", "")));
        return facts;
    }

    private Packaged start(String... arguments) throws Exception {
        String[] all = Stream.concat(Stream.of("serve", "--database", "./home", "--port", "0"),
                Stream.of(arguments)).toArray(String[]::new);
        return Packaged.start(folder, List.of(), all);
    }
}
