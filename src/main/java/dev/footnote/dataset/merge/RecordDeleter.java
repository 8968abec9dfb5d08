package dev.footnote.dataset.merge;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.history.History;
import dev.footnote.dataset.staging.StagedEntityType;
import dev.footnote.dataset.staging.StagingArea;

/** Deletes obsolete rows: all that are not staged or, for a delta, those that it deletes or replaces. */
final class RecordDeleter {

    private final History history;
    private final StagingArea stage;
    private final boolean delta;

    RecordDeleter(History history, StagingArea stage, boolean delta) {
        this.history = history;
        this.stage = stage;
        this.delta = delta;
    }

    ChangeCounts records(StagedEntityType staged) throws SQLException {
        String table = staged.entityType.table();
        if (delta ? !stage.deletes(table) : stage.fresh(table)) {
            return ChangeCounts.NONE;
        }
        return delta ? matched(table, """
                SELECT DISTINCT d.slug
                FROM stage_deletion d
                WHERE d.kind = '%s'""".formatted(table), "slug") : unmatched(table, """
                NOT EXISTS (
                  SELECT 1
                  FROM stage_%s s
                  WHERE s.slug = t.slug)""".formatted(table));
    }

    /** Deletes citations that records no longer have. A record in a delta is replaced with all its citations. */
    ChangeCounts citations(List<StagedEntityType> cited) throws SQLException {
        if (delta) {
            ChangeCounts changes = ChangeCounts.NONE;
            for (StagedEntityType staged : cited) {
                if (!staged.isEmpty()) {
                    changes = changes.and(matched("citation", replaced(staged), "id"));
                }
                if (stage.deletes(staged.entityType.table())) {
                    changes = changes.and(matched("citation", deleted(staged), "id"));
                }
            }
            return changes;
        }
        return unmatched("citation", """
                NOT EXISTS (
                  SELECT 1
                  FROM stage_citation f
                  WHERE f.slug = t.slug)
                AND NOT CASE t.subject_kind
                %s
                  ELSE FALSE END""".formatted(cited.stream().map(RecordDeleter::still).collect(Collectors.joining("\n"))));
    }

    private static String still(StagedEntityType staged) {
        return """
                WHEN '%1$s' THEN EXISTS (
                  SELECT 1
                  FROM %1$s r
                  JOIN stage_%1$s s ON s.slug = r.slug
                  WHERE r.id = t.subject_id
                  AND s.citation = t.slug)""".formatted(staged.entityType.table());
    }

    private static String replaced(StagedEntityType staged) {
        return """
                SELECT c.id
                FROM stage_%1$s s
                JOIN %1$s t ON t.slug = s.slug
                JOIN citation c ON c.subject_id = t.id AND c.subject_kind = '%1$s'
                WHERE c.slug IS DISTINCT FROM s.citation
                AND NOT EXISTS (
                  SELECT 1
                  FROM stage_citation f
                  WHERE f.slug = c.slug)""".formatted(staged.entityType.table());
    }

    private static String deleted(StagedEntityType staged) {
        return """
                SELECT DISTINCT c.id
                FROM stage_deletion d
                JOIN %1$s t ON t.slug = d.slug
                JOIN citation c ON c.subject_id = t.id AND c.subject_kind = '%1$s'
                WHERE d.kind = '%1$s'""".formatted(staged.entityType.table());
    }

    /** Deletes the rows whose key is selected. Written as MERGE, because H2 would otherwise scan the table. */
    private ChangeCounts matched(String table, String keys, String key) throws SQLException {
        if (!history.keep(table, "JOIN (%s) s ON t.%2$s = s.%2$s".formatted(keys, key), "TRUE")) {
            return ChangeCounts.NONE;
        }
        return run("""
                MERGE INTO %1$s t
                USING (
                %2$s) s
                ON t.%3$s = s.%3$s
                WHEN MATCHED THEN
                  DELETE""".formatted(table, keys, key));
    }

    private ChangeCounts unmatched(String table, String condition) throws SQLException {
        history.keep(table, "", condition);
        return run("DELETE FROM " + table + " t WHERE " + condition);
    }

    private ChangeCounts run(String sql) throws SQLException {
        return new ChangeCounts(0, 0, JdbcOperations.execute(history.connection(), sql));
    }
}
