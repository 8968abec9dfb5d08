package dev.footnote.dataset.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.database.Database;
import dev.footnote.database.Dialect;
import dev.footnote.database.JdbcOperations;
import dev.footnote.database.KnownSchema;
import dev.footnote.edit.Editor;
import dev.footnote.http.AllowedCallers;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The history says from when on it is whole, and grows with the tables. */
@QuarkusTest
@TestProfile(HistoryTablesTest.Alone.class)
class HistoryTablesTest {

    /** A start of its own, because other tests ask for what was known before the history that is dropped here. */
    public static class Alone extends AllowedCallers {
    }

    private static final String SOURCES = "query @knownAt(edit: \"%s\") { sources(first: 100) { nodes { title } } }";

    @Inject
    Database database;

    @Inject
    HistoryTables history;

    @AfterEach
    void restart() throws SQLException {
        history.start(new StartupEvent());
    }

    @Test
    void edits_of_a_version_that_kept_no_history_are_refused_and_later_ones_answered() throws SQLException {
        String before = Editor.createSource("Before the history");
        String last = Editor.createSource("Last without history");
        dropHistory();
        restart();
        String first = Editor.createSource("First of the history");
        assertThat(Door.ask(SOURCES.formatted(before))).contains("BAD_USER_INPUT", "The history begins at " + last
                + ", made at 20");
        assertThat(Door.ask("query @knownAt(time: \"2001-01-01T00:00:00Z\") { sources { totalCount } }"))
                .contains("The history begins at " + last);
        assertThat(Door.ask(SOURCES.formatted(last))).contains("Last without history").doesNotContain("First of", "errors");
        assertThat(Door.ask(SOURCES.formatted(first))).contains("First of the history");
        restart();
        assertThat(Door.ask(SOURCES.formatted(last))).as("after another start").doesNotContain("errors");
    }

    /** The tables as a version left them that kept no history. */
    private void dropHistory() throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            JdbcOperations.execute(connection, "DROP SCHEMA \"" + known() + "\" CASCADE");
            for (String table : history.next(connection, true).columns().keySet()) {
                JdbcOperations.execute(connection, "DROP TABLE " + table + "_history");
                JdbcOperations.execute(connection, "ALTER TABLE " + table + " DROP COLUMN known_from");
            }
            JdbcOperations.execute(connection, "DELETE FROM history_start");
        }
    }

    private String known() {
        return KnownSchema.name(database.dialect() == Dialect.H2 ? "PUBLIC" : "public");
    }

    @Test
    void a_column_that_is_added_later_holds_the_same_values_in_the_past() throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            JdbcOperations.execute(connection, "DROP SCHEMA \"" + known() + "\" CASCADE");
            JdbcOperations.execute(connection, "ALTER TABLE figure ADD COLUMN added NUMERIC(38, 12)");
            JdbcOperations.execute(connection, "ALTER TABLE figure ADD COLUMN said " + database.dialect().text());
        }
        restart();
        try (Connection connection = database.source().getConnection()) {
            TableColumns there = TableColumns.read(connection, database.dialect(),
                    database.dialect() == Dialect.H2 ? "PUBLIC" : "public");
            assertThat(there.of("figure")).containsKeys("added", "said");
            for (String table : history.next(connection, true).columns().keySet()) {
                assertThat(there.of(table + "_history")).as(table).containsAllEntriesOf(there.of(table));
            }
            JdbcOperations.execute(connection, "INSERT INTO figure_history (id, added) VALUES (-1, 0.000000000001)");
            assertThat(JdbcOperations.first(connection, "SELECT added FROM figure_history WHERE id = -1",
                    row -> row.getBigDecimal(1))).hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("1e-12"));
            JdbcOperations.execute(connection, "DELETE FROM figure_history WHERE id = -1");
        }
    }

    @Test
    void without_the_views_the_error_says_what_to_grant() throws SQLException {
        String edit = Editor.createSource("Without views");
        try (Connection connection = database.source().getConnection()) {
            JdbcOperations.execute(connection, "DROP SCHEMA \"" + known() + "\" CASCADE");
        }
        assertThat(Door.ask(SOURCES.formatted(edit))).contains("BAD_USER_INPUT", "Grant the user that serves the right CREATE");
        assertThat(Door.ask("{ sources(first: 100) { nodes { title } } }")).contains("Without views");
        restart();
        assertThat(Door.ask(SOURCES.formatted(edit))).contains("Without views");
    }
}
