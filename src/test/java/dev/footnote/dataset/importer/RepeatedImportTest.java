package dev.footnote.dataset.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.database.Database;
import dev.footnote.database.Dialect;
import dev.footnote.dataset.merge.CommitStrategy;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.Metamodel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** An import has the same result in a filled database as in an empty one. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class RepeatedImportTest {

    @Inject
    DatasetImporter importer;

    @Inject
    Database database;

    @Inject
    Metamodel metamodel;

    @TempDir
    Path folder;

    @Test
    void a_dataset_on_top_of_another_and_by_itself_are_the_same() throws IOException, SQLException {
        for (long seed = 1; seed <= 6; seed++) {
            Path one = Files.createDirectory(folder.resolve("one" + seed));
            Path other = Files.createDirectory(folder.resolve("other" + seed));
            GeneratedDataset.write(one, seed);
            // half of what it holds is of the same ids with other contents, and all citations are others
            GeneratedDataset.write(other, -seed);
            take(one);
            ImportResult changed = take(other);
            Map<String, List<String>> onTop = held();
            assertThat(changed.changes().changed()).isPositive();
            take(new SmallDataset().in(folder.resolve("small" + seed)));
            take(other);
            assertThat(held()).as("seed " + seed).isEqualTo(onTop);
            forget();
            take(other);
            assertThat(held()).as("seed " + seed + ", as the first").isEqualTo(onTop);
        }
    }

    @Test
    void a_permanent_table_named_like_a_staging_table_is_never_dropped() throws Exception {
        Path dataset = new SmallDataset().in(folder.resolve("beside"));
        forget();
        try (Connection connection = database.source().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE stage_person (id INT)");
            statement.execute("INSERT INTO stage_person VALUES (7)");
            try {
                beside(dataset);
                try (ResultSet rows = statement.executeQuery("SELECT id FROM stage_person")) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getInt(1)).isEqualTo(7);
                }
            } finally {
                statement.execute("DROP TABLE stage_person");
            }
        }
        take(dataset);
    }

    private void beside(Path dataset) {
        try {
            take(dataset);
            assertThat(database.dialect()).as("where staging tables have a schema of their own").isEqualTo(Dialect.POSTGRESQL);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("STAGE_PERSON").hasMessageContaining("already exists");
        }
    }

    @Test
    void a_first_import_creates_all_indexes_also_after_a_killed_one() throws SQLException {
        List<String> indexes = indexes();
        assertThat(indexes).hasSizeGreaterThan(40);
        Path dataset = new SmallDataset().in(folder.resolve("small"));
        forget();
        take(dataset);
        assertThat(indexes()).isEqualTo(indexes);
        forget();
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            // where a killed one had come to
            CommitStrategy commitStrategy = new CommitStrategy(connection, database.dialect(), true);
            commitStrategy.bare("citation");
            commitStrategy.bare("search_key");
            commitStrategy.bare("organization");
            commitStrategy.indexed("organization");
            connection.commit();
        }
        if (database.dialect() == Dialect.H2) {
            assertThat(indexes).containsAll(indexes()).hasSizeGreaterThan(indexes().size());
        }
        take(dataset);
        assertThat(indexes()).isEqualTo(indexes);
    }

    /** As if nothing was ever imported whole. */
    private void forget() throws SQLException {
        try (Connection connection = database.source().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM dataset");
        }
    }

    /** Every column of every index, where the database says so in the same words for each. */
    private List<String> indexes() throws SQLException {
        String sql = database.dialect() == Dialect.H2 ? """
                SELECT c.table_name || '.' || c.column_name || ' ' || c.ordinal_position || ' ' || i.index_type_name
                FROM information_schema.indexes i
                JOIN information_schema.index_columns c ON c.index_name = i.index_name
                ORDER BY 1""" : "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1";
        List<String> indexes = new ArrayList<>();
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                indexes.add(rows.getString(1));
            }
        }
        return indexes;
    }

    @Test
    void the_same_records_in_other_files_change_nothing() {
        take(new SmallDataset().in(folder.resolve("first")));
        ImportResult same = take(new SmallDataset().in(folder.resolve("same")));
        assertThat(same.same()).isTrue();
        ImportResult quoted = take(
                new SmallDataset().change("people", "ann,Ann", "\"ann\",\"Ann\"").in(folder.resolve("quoted")));
        assertThat(quoted.same()).isFalse();
        assertThat(quoted.changes().none()).isTrue();
        assertThat(quoted.revision()).isNotEqualTo(same.revision());
    }

    @Test
    void only_differences_are_written() {
        take(new SmallDataset().in(folder.resolve("first")));
        ImportResult outcome = take(new SmallDataset()
                .change("organizations", "acme,company,Acme", "new,team,New,,,,paper,\nacme,company,Acme Ltd.")
                .without("identifiers").in(folder.resolve("second")));
        // New and its citation; Acme; the identifier and its citation
        assertThat(outcome.changes().added()).isEqualTo(2);
        assertThat(outcome.changes().changed()).isEqualTo(1);
        assertThat(outcome.changes().deleted()).isEqualTo(2);
    }

    @Test
    void identifiers_exchange_their_values() throws SQLException {
        String both = "acme-q,acme,wikidata,Q1,paper\nlab-q,lab,wikidata,Q2,paper\n";
        take(new SmallDataset().change("identifiers", "acme-q,acme,wikidata,Q1,paper\n", both).in(folder.resolve("both")));
        take(new SmallDataset().change("identifiers", "acme-q,acme,wikidata,Q1,paper\n",
                both.replace("Q1", "Q3").replace("Q2", "Q1").replace("Q3", "Q2")).in(folder.resolve("exchanged")));
        assertThat(held().get("identifier")).hasSize(2).anyMatch(row -> row.contains("acme-q") && row.contains("|Q2|"))
                .anyMatch(row -> row.contains("lab-q") && row.contains("|Q1|"));
    }

    private Map<String, List<String>> held() throws SQLException {
        return new HeldImport(metamodel, database).everything();
    }

    private ImportResult take(Path dataset) {
        return importer.take(dataset, ProgressListener.NONE);
    }
}
