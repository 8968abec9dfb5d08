package dev.footnote.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.database.Dialect;
import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.ImportResult;
import dev.footnote.dataset.merge.ExclusiveWriter;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.http.AllowedCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Edits and imports write one after the other, and no start replaces edits by files. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class EditsAndImportsTest {

    private static final String CREATE = "{\"changes\": [{\"source\": {\"id\": \"%1$s\", \"set\": {\"title\": \"%1$s\", \"kind\": \"OTHER\"}}}]}";

    private static final int POOLED = 8;

    @Inject
    Database database;

    @Inject
    DatasetImporter importer;

    @Inject
    ExclusiveWriter writer;

    @Test
    void a_start_with_the_same_files_keeps_edits_and_one_with_others_does_not_import_them(@TempDir Path folder)
            throws IOException {
        edited("kept");
        assertThat(importer.wouldReplaceEdits(null)).isFalse();
        assertThat(importer.take(null, ProgressListener.NONE).same()).isTrue();
        assertThat(exists("kept")).isTrue();
        Files.writeString(folder.resolve("people.csv"), "id,name,source\n");
        assertThat(importer.wouldReplaceEdits(folder)).isTrue();
    }

    /** A connection pooler gives the connections of one version of the application to the next one. */
    @Test
    void an_edit_makes_staging_tables_of_another_version_anew() throws SQLException {
        Assumptions.assumeTrue(database.dialect() == Dialect.POSTGRESQL, "connections to H2 end with the application");
        edited("before-another-version");
        List<Connection> pooled = new ArrayList<>();
        try {
            for (int i = 0; i < POOLED; i++) {
                pooled.add(database.source().getConnection());
            }
            for (Connection connection : pooled) {
                for (String table : JdbcOperations.list(connection,
                        "SELECT relname FROM pg_class WHERE relnamespace = pg_my_temp_schema() AND relkind = 'r'",
                        row -> row.getString(1))) {
                    JdbcOperations.execute(connection, "DROP TABLE pg_temp." + table);
                    JdbcOperations.execute(connection, "CREATE TEMPORARY TABLE " + table + " (other INTEGER)");
                }
            }
        } finally {
            for (Connection connection : pooled) {
                connection.close();
            }
        }
        edited("after-another-version");
        assertThat(exists("after-another-version")).isTrue();
    }

    @Test
    void a_delta_is_applied_on_top_of_edits(@TempDir Path folder) throws IOException {
        edited("under-a-delta");
        Files.writeString(folder.resolve("datapackage.json"), """
                {"name": "more", "footnote": {"delta": true}, "resources": [{"name": "sources", "path": "sources.csv"}]}""");
        Files.writeString(folder.resolve("sources.csv"), "id,kind,title\nby-delta,other,By delta\n");
        ImportResult result = importer.take(folder, ProgressListener.NONE);
        assertThat(result.changes().added()).isEqualTo(1);
        assertThat(exists("under-a-delta")).isTrue();
        JsonNode last = Editor.ask("{ edits(first: 1) { nodes { kind created } } }").at("/edits/nodes/0");
        assertThat(last.toString()).isEqualTo("{\"kind\":\"IMPORT\",\"created\":1}");
    }

    @Test
    void an_edit_does_not_wait_for_a_long_import() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Object> other = CompletableFuture.supplyAsync(() -> writer.run("a long import", connection -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        }));
        begun.await();
        try {
            JsonNode refused = Door.tree(Editor.send(AllowedCallers.EDITOR,
                    "mutation($input: EditInput!) { edit(input: $input) { edit { id } } }",
                    Map.of("input", Door.map(Door.tree(CREATE.formatted("waiting"))))).asString());
            assertThat(refused.at("/errors/0/extensions/code").asText()).isIn("OVERLOADED", "TIMED_OUT");
        } finally {
            end.countDown();
            other.join();
        }
        assertThat(exists("waiting")).isFalse();
        edited("waiting");
    }

    private static void edited(String id) {
        assertThat(Editor.edit(CREATE.formatted(id)).get("problems")).isEmpty();
    }

    private static boolean exists(String id) {
        return !Editor.ask("{ node(id: \"source:" + id + "\") { id } }").get("node").isNull();
    }
}
