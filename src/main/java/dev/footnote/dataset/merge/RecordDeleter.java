package dev.footnote.dataset.merge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.staging.StagedEntityType;

/** Deletes obsolete rows: all that are not staged or, for a delta, those that it deletes or replaces. */
final class RecordDeleter {

    private final Connection connection;
    private final boolean delta;

    RecordDeleter(Connection connection, boolean delta) {
        this.connection = connection;
        this.delta = delta;
    }

    ChangeCounts records(StagedEntityType staged) throws SQLException {
        String table = staged.entityType.table();
        return run(delta ? """
                MERGE INTO %1$s t
                USING (
                  SELECT DISTINCT d.slug
                  FROM stage_deletion d
                  WHERE d.kind = '%1$s') s
                ON t.slug = s.slug
                WHEN MATCHED THEN
                  DELETE""".formatted(table) : """
                DELETE FROM %1$s t
                WHERE NOT EXISTS (
                  SELECT 1
                  FROM stage_%1$s s
                  WHERE s.slug = t.slug)""".formatted(table));
    }

    /** Deletes citations that records no longer have. A record in a delta is replaced with all its citations. */
    ChangeCounts citations(List<StagedEntityType> cited) throws SQLException {
        if (delta) {
            ChangeCounts changes = ChangeCounts.NONE;
            for (StagedEntityType staged : cited) {
                changes = changes.and(run(replaced(staged))).and(run(deleted(staged)));
            }
            return changes;
        }
        return run("""
                DELETE FROM citation c
                WHERE NOT EXISTS (
                  SELECT 1
                  FROM stage_citation f
                  WHERE f.slug = c.slug)
                AND NOT CASE c.subject_kind
                %s
                  ELSE FALSE END""".formatted(cited.stream().map(RecordDeleter::still).collect(Collectors.joining("\n"))));
    }

    private static String still(StagedEntityType staged) {
        return """
                WHEN '%1$s' THEN EXISTS (
                  SELECT 1
                  FROM %1$s t
                  JOIN stage_%1$s s ON s.slug = t.slug
                  WHERE t.id = c.subject_id
                  AND s.citation = c.slug)""".formatted(staged.entityType.table());
    }

    private static String replaced(StagedEntityType staged) {
        return citations("""
                SELECT c.id
                FROM stage_%1$s s
                JOIN %1$s t ON t.slug = s.slug
                JOIN citation c ON c.subject_id = t.id AND c.subject_kind = '%1$s'
                WHERE c.slug IS DISTINCT FROM s.citation
                AND NOT EXISTS (
                  SELECT 1
                  FROM stage_citation f
                  WHERE f.slug = c.slug)""".formatted(staged.entityType.table()));
    }

    private static String deleted(StagedEntityType staged) {
        return citations("""
                SELECT DISTINCT c.id
                FROM stage_deletion d
                JOIN %1$s t ON t.slug = d.slug
                JOIN citation c ON c.subject_id = t.id AND c.subject_kind = '%1$s'
                WHERE d.kind = '%1$s'""".formatted(staged.entityType.table()));
    }

    /** Deletes citations by their keys. Written as MERGE, because H2 would otherwise scan all citations. */
    private static String citations(String some) {
        return """
                MERGE INTO citation t
                USING (
                %s) s
                ON t.id = s.id
                WHEN MATCHED THEN
                  DELETE""".formatted(some);
    }

    private ChangeCounts run(String sql) throws SQLException {
        return new ChangeCounts(0, 0, JdbcOperations.execute(connection, sql));
    }
}
