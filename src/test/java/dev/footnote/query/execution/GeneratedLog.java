package dev.footnote.query.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

import dev.footnote.database.JdbcOperations;

/** Fills the log of edits, so that lists, filters and groups of edits are compared as those of other records are. */
final class GeneratedLog {

    private static final int EDITS = 60;
    private static final List<String> WORDS = List.of("a", "é", "小", "A b", "", "0", "Straße", "z");
    private static final List<String> KINDS = List.of("EDIT", "REVERT", "IMPORT");
    private static final List<String> ACTIONS = List.of("CREATED", "UPDATED", "DELETED");

    private final Connection connection;
    private final List<String> tables;
    private final Random random = new Random(7);
    private int changes;
    private int fields;

    private GeneratedLog(Connection connection, List<String> tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /**
     * Fills the log, unless it was filled before.
     *
     * @param tables whose records are edited
     */
    static void fill(Connection connection, List<String> tables) throws SQLException {
        if (!JdbcOperations.exists(connection, "SELECT 1 FROM record_change FETCH FIRST 1 ROWS ONLY")) {
            new GeneratedLog(connection, tables).fill();
        }
    }

    private void fill() throws SQLException {
        int before = JdbcOperations.first(connection, "SELECT COALESCE(MAX(id), 0) FROM edit", row -> row.getInt(1)).orElse(0);
        for (int edit = before + 1; edit <= before + EDITS; edit++) {
            JdbcOperations.execute(connection, """
                    INSERT INTO edit (id, slug, kind, made_at, made_by, summary, created, updated, deleted, reverted_id)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", edit, String.valueOf(edit), any(KINDS),
                    "2026-0%s-1%sT00:00:00.000Z".formatted(1 + random.nextInt(9), random.nextInt(9)), maybe(any(WORDS)),
                    maybe(any(WORDS)), random.nextInt(4), random.nextInt(4), random.nextInt(4),
                    edit == before + 1 ? null : maybe(before + 1 + random.nextInt(edit - before - 1)));
            for (int i = random.nextInt(30); i > 0; i--) {
                change(edit);
            }
        }
    }

    private void change(int edit) throws SQLException {
        String kind = any(tables);
        int number = 1 + random.nextInt(3);
        JdbcOperations.execute(connection, """
                INSERT INTO record_change (id, slug, edit_id, record, action, subject_kind, subject_id)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", ++changes, String.valueOf(changes), edit, kind + ":r" + number, any(ACTIONS),
                kind, number);
        for (int i = random.nextInt(4); i > 0; i--) {
            JdbcOperations.execute(connection, """
                    INSERT INTO field_change (id, slug, change_id, field, before, after)
                    VALUES (?, ?, ?, ?, ?, ?)""", ++fields, String.valueOf(fields), changes, any(List.of("name", "city")),
                    maybe(any(WORDS)), maybe(any(WORDS)));
        }
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T maybe(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
