package dev.footnote.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.importer.DerivedData;
import dev.footnote.dataset.importer.GeneratedProfile;
import dev.footnote.dataset.merge.CommitStrategy;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.http.AllowedCallers;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Whatever edits, deletions, merges and reverts change, the derived data is as if it were derived from all records. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class DerivedDataOfEditsTest {

    private static final int STEPS = 20;

    private static final String CITING = "\"citing\": [{\"source\": \"whu-xiaomi-joint-laboratory\"}]";

    private static final List<String> DERIVED = List.of("""
            SELECT n.kind || n.subject_id || ' ' || n.main || ' ' || n.text || ' ' || n.folded || ' ' || COALESCE(n.profile, '')
              || ' ' || COALESCE(k.text, '')
            FROM search_name n
            LEFT JOIN search_key k ON k.name_id = n.id""",
            "SELECT 'key of no name ' || k.text FROM search_key k LEFT JOIN search_name n ON n.id = k.name_id"
                    + " WHERE n.id IS NULL",
            "SELECT 'rival ' || id FROM rival_figure", "SELECT 'superseded ' || id FROM superseded_financial_report");

    @Inject
    Database database;

    @Inject
    @All
    List<DerivedData> derived;

    @Test
    void it_is_as_if_derived_from_all_records() throws SQLException {
        long seed = GeneratedProfile.SEED;
        Random random = new Random(seed);
        int written = 0;
        for (int i = 0; i < STEPS; i++) {
            String answer = step(random);
            assertThat(answer).as("-Dseed=%d", seed).doesNotContain("\"errors\"");
            written += answer.contains("\"problems\":[]") ? 1 : 0;
            compare("-Dseed=%d, step %d: %s".formatted(seed, i, answer));
        }
        assertThat(written).as("-Dseed=%d", seed).isGreaterThan(STEPS / 3);
    }

    private void compare(String step) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<String> held = held(connection);
                for (DerivedData one : derived) {
                    one.derive(connection, true, new CommitStrategy(connection, database.dialect(), false),
                            ProgressListener.NONE);
                }
                assertThat(held).as(step).isEqualTo(held(connection));
            } finally {
                connection.rollback();
            }
        }
    }

    private static List<String> held(Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String sql : DERIVED) {
            JdbcOperations.read(connection, sql, row -> rows.add(row.getString(1)));
        }
        rows.sort(null);
        return rows;
    }

    private static String step(Random random) {
        String one = "d" + random.nextInt(4);
        String other = "d" + random.nextInt(4);
        int value = random.nextInt(3);
        return switch (random.nextInt(9)) {
            case 0 -> edit("{\"delete\": {\"id\": \"person:" + one + "\", \"cascade\": true}}");
            case 1 -> edit("{\"delete\": {\"id\": \"financial_report:" + one + "\", \"cascade\": true}}");
            case 2 ->
                send("mutation { merge(into: \"person:%s\", from: \"person:%s\") { problems { message } } }".formatted(one,
                        other), Map.of());
            case 3 -> revert();
            case 4, 5 -> edit("""
                    {"financialReport": {"id": "%1$s", "set": {"organization": "xiaomi", "fiscalYear": 1999, "period": "Q1",
                      "revision": %2$d, "currency": "CNY"}}},
                    {"figure": {"id": "%1$s", "set": {"report": "%1$s", "metric": "revenue", "value": "%3$d", "unit": "MONEY",
                      "currency": "CNY", "qualifier": "EXACT"}}}""".formatted(one, 1 + random.nextInt(4), value));
            case 6 -> edit("""
                    {"name": {"id": "%s-name", "set": {"person": "%s", "text": "Other %d", "kind": "TRANSLATION"}}}"""
                    .formatted(one, other, value));
            default -> edit("""
                    {"person": {"id": "%1$s", "set": {"name": "Derived %3$d", "hometown": "Town %4$d"}}},
                    {"name": {"id": "%1$s-name", "set": {"person": "%2$s", "text": "Other %3$d", "kind": "TRANSLATION"}}}"""
                    .formatted(one, random.nextBoolean() ? one : other, value, random.nextInt(3)));
        };
    }

    private static String revert() {
        String last = Editor.ask("{ edits(first: 1) { nodes { id } } }").at("/edits/nodes/0/id").asText();
        return send("mutation { revert(edit: \"" + last + "\") { problems { message } } }", Map.of());
    }

    private static String edit(String changes) {
        return send("mutation($input: EditInput!) { edit(input: $input) { problems { message } } }",
                Map.of("input", Door.map(Door.tree("{" + CITING + ", \"changes\": [" + changes + "]}"))));
    }

    private static String send(String document, Map<String, Object> variables) {
        return Editor.send(AllowedCallers.EDITOR, document, variables).asString();
    }
}
