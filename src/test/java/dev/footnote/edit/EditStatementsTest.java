package dev.footnote.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.database.Dialect;
import dev.footnote.database.JdbcOperations;
import dev.footnote.http.AllowedCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A small edit takes few statements, however many entity types there are: told by the statistics of H2. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class EditStatementsTest {

    private static final String EDIT = "mutation($input: EditInput!) { edit(input: $input) { edit { id } problems { message } } }";

    /** A new person with a role, cited once. */
    private static final String CREATE = """
            {"citing": [{"source": "whu-xiaomi-joint-laboratory", "locator": "paragraph 1"}], "changes": [
              {"person": {"id": "%1$s", "set": {"name": "New Person"}}},
              {"affiliation": {"id": "%1$s", "set": {"person": "%1$s", "organization": "xiaomi", "kind": "STAFF", "title": "T"}}}]}""";

    private static final String CHANGE = """
            {"citing": [{"source": "whu-xiaomi-joint-laboratory", "locator": "paragraph %2$s"}], "changes": [
              {"person": {"id": "%1$s", "set": {"summary": "s%2$s"}}}]}""";

    private static final int EDITS = 6;

    @Inject
    Database database;

    @Test
    void a_new_person_with_a_role() throws SQLException {
        assertThat(fewest(i -> CREATE.formatted("counted-" + i))).hasSizeLessThanOrEqualTo(90);
    }

    @Test
    void a_changed_person() throws SQLException {
        edit(CREATE.formatted("changed"));
        assertThat(fewest(i -> CHANGE.formatted("changed", i))).hasSizeLessThanOrEqualTo(60);
    }

    /** The statements of the edit that took the fewest, because the first one on each connection takes more. */
    private List<String> fewest(IntFunction<String> inputs) throws SQLException {
        Assumptions.assumeTrue(database.dialect() == Dialect.H2, "PostgreSQL counts no statements without an extension");
        List<String> fewest = statements(inputs.apply(0));
        for (int i = 1; i < EDITS; i++) {
            List<String> next = statements(inputs.apply(i));
            fewest = next.size() < fewest.size() ? next : fewest;
        }
        return fewest;
    }

    private static void edit(String input) {
        assertThat(Editor.send(AllowedCallers.EDITOR, EDIT, Map.of("input", Door.map(Door.tree(input)))).asString())
                .contains("\"problems\":[]", "edit:");
    }

    /** All statements of an edit, also those that read its answer. */
    private List<String> statements(String input) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            JdbcOperations.execute(connection, "SET QUERY_STATISTICS_MAX_ENTRIES 10000");
            JdbcOperations.execute(connection, "SET QUERY_STATISTICS TRUE");
        }
        edit(input);
        try (Connection connection = database.source().getConnection()) {
            List<String> statements = JdbcOperations.list(connection, """
                    SELECT sql_statement
                    FROM information_schema.query_statistics
                    JOIN SYSTEM_RANGE(1, 1000) ON x <= execution_count
                    WHERE sql_statement NOT LIKE 'SET QUERY%'""", row -> row.getString(1));
            JdbcOperations.execute(connection, "SET QUERY_STATISTICS FALSE");
            return statements;
        }
    }
}
