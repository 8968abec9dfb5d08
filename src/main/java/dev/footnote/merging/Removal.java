package dev.footnote.merging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

import dev.footnote.staging.StagedNoun;

/** Deletes what is not to be there any more: all that is not staged or, for a delta, what it names and what it replaces. */
final class Removal {

    private final Connection connection;
    private final boolean delta;

    Removal(Connection connection, boolean delta) {
        this.connection = connection;
        this.delta = delta;
    }

    Changes records(StagedNoun staged) throws SQLException {
        String table = staged.noun.table();
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

    /** The citations that records do not have any more. A record that a delta holds is replaced with all its citations. */
    Changes citations(List<StagedNoun> cited) throws SQLException {
        if (delta) {
            Changes changes = Changes.NONE;
            for (StagedNoun staged : cited) {
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
                  ELSE FALSE END""".formatted(cited.stream().map(Removal::still).collect(Collectors.joining("\n"))));
    }

    private static String still(StagedNoun staged) {
        return """
                WHEN '%1$s' THEN EXISTS (
                  SELECT 1
                  FROM %1$s t
                  JOIN stage_%1$s s ON s.slug = t.slug
                  WHERE t.id = c.subject_id
                  AND s.citation = c.slug)""".formatted(staged.noun.table());
    }

    private static String replaced(StagedNoun staged) {
        return citations("""
                SELECT c.id
                FROM stage_%1$s s
                JOIN %1$s t ON t.slug = s.slug
                JOIN citation c ON c.subject_id = t.id AND c.subject_kind = '%1$s'
                WHERE c.slug IS DISTINCT FROM s.citation
                AND NOT EXISTS (
                  SELECT 1
                  FROM stage_citation f
                  WHERE f.slug = c.slug)""".formatted(staged.noun.table()));
    }

    private static String deleted(StagedNoun staged) {
        return citations("""
                SELECT DISTINCT c.id
                FROM stage_deletion d
                JOIN %1$s t ON t.slug = d.slug
                JOIN citation c ON c.subject_id = t.id AND c.subject_kind = '%1$s'
                WHERE d.kind = '%1$s'""".formatted(staged.noun.table()));
    }

    /** Deletes some by their keys: so written because H2 looks at all citations for those that are among some. */
    private static String citations(String some) {
        return """
                MERGE INTO citation t
                USING (
                %s) s
                ON t.id = s.id
                WHEN MATCHED THEN
                  DELETE""".formatted(some);
    }

    private Changes run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new Changes(0, 0, statement.executeLargeUpdate(sql));
        }
    }
}
