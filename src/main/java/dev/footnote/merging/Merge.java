package dev.footnote.merging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.footnote.staging.Progress;
import dev.footnote.staging.StagedNoun;

/** Takes staged records over into their tables: adds those that are new and changes those that are not as they were. */
final class Merge {

    private final Connection connection;
    private final Pace pace;
    private final Progress progress;

    Merge(Connection connection, Pace pace, Progress progress) {
        this.connection = connection;
        this.pace = pace;
        this.progress = progress;
    }

    /** @param fresh whether the table was empty */
    Changes records(StagedNoun staged, boolean fresh) throws SQLException {
        long added = inserted("writing " + staged.noun.resource(), insert(staged), staged.count);
        long changed = fresh ? 0 : run(update(staged, "s.number IS NULL"));
        if (!pace.alone()) {
            // else they were as they were added
            link(staged);
        }
        return new Changes(added, changed, 0);
    }

    /** @param count how many lines are staged, at positions from 1 */
    private long inserted(String what, String sql, int count) throws SQLException {
        long added = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int from = 0; from < count; from += pace.size()) {
                progress.tell(what, from, count);
                statement.setInt(1, from);
                statement.setInt(2, from + pace.size());
                added += statement.executeLargeUpdate();
                pace.step();
            }
        }
        return added;
    }

    /** A record may name one of its kind that comes further down, so that new ones are linked when all are there. */
    private void link(StagedNoun staged) throws SQLException {
        for (StagedNoun.Named named : staged.named) {
            if (named.same()) {
                run(update(staged, "s.number IS NOT NULL AND s.%s IS NOT NULL".formatted(named.staged())));
            }
        }
    }

    private String insert(StagedNoun staged) {
        List<String> columns = new ArrayList<>(List.of("id", "slug"));
        columns.addAll(staged.copied);
        List<String> values = new ArrayList<>(List.of("s.number", "s.slug"));
        staged.copied.forEach(column -> values.add("s." + column));
        for (StagedNoun.Named named : staged.named) {
            columns.add(named.column());
            values.add(number(named));
        }
        return """
                INSERT INTO %s (%s) %s
                SELECT %s
                FROM %s s
                %s
                WHERE s.number IS NOT NULL
                AND s.position > ?
                AND s.position <= ?
                ORDER BY s.position""".formatted(staged.noun.table(), String.join(", ", columns), pace.direct(),
                String.join(", ", values), staged.table.name, joins(staged, false));
    }

    private String number(StagedNoun.Named named) {
        if (!named.same()) {
            return "r_" + named.column() + ".id";
        }
        return pace.alone() ? """
                (
                  SELECT o.number
                  FROM stage_%s o
                  WHERE o.slug = s.%s)""".formatted(named.target().table(), named.staged()) : "CAST(NULL AS INTEGER)";
    }

    private static String update(StagedNoun staged, String condition) {
        List<String> all = new ArrayList<>(staged.copied);
        List<String> values = new ArrayList<>(List.of("s.slug"));
        staged.copied.forEach(column -> values.add("s." + column));
        for (StagedNoun.Named named : staged.named) {
            all.add(named.column());
            values.add("r_%1$s.id AS %1$s".formatted(named.column()));
        }
        return """
                MERGE INTO %s t
                USING (
                  SELECT %s
                  FROM %s s
                  %s
                  WHERE %s) s
                ON t.slug = s.slug
                WHEN MATCHED AND (%s) THEN
                  UPDATE SET %s""".formatted(staged.noun.table(), String.join(", ", values), staged.table.name,
                joins(staged, true), condition, differing(all), assignments(all));
    }

    private static String differing(List<String> columns) {
        return columns.stream().map("t.%1$s IS DISTINCT FROM s.%1$s"::formatted).collect(Collectors.joining(" OR "));
    }

    private static String assignments(List<String> columns) {
        return columns.stream().map("%1$s = s.%1$s, "::formatted).collect(Collectors.joining("", "",
                "lock_version = t.lock_version + 1"));
    }

    private static String joins(StagedNoun staged, boolean same) {
        return staged.named.stream().filter(named -> same || !named.same())
                .map(named -> "LEFT JOIN %1$s r_%2$s ON r_%2$s.slug = s.%3$s".formatted(named.target().table(), named.column(),
                        named.staged()))
                .collect(Collectors.joining("\n"));
    }

    /** The first citations of records, which stand in their own lines. */
    Changes ownCitations(StagedNoun staged) throws SQLException {
        long added = inserted("writing citations of " + staged.noun.resource(), """
                INSERT INTO citation (id, slug, subject_kind, subject_id, source_id, locator, stance, note) %2$s
                SELECT s.citation_number, s.citation, '%1$s', %3$s, r.id, s.cited_locator, s.cited_stance, s.cited_note
                FROM stage_%1$s s
                %4$s
                JOIN source r ON r.slug = s.cited_source
                WHERE s.citation_number IS NOT NULL
                AND s.position > ?
                AND s.position <= ?
                ORDER BY s.position""".formatted(staged.noun.table(), pace.direct(), pace.alone() ? "s.number" : "t.id",
                pace.alone() ? "" : "JOIN " + staged.noun.table() + " t ON t.slug = s.slug"), staged.count);
        long changed = run(reworded("""
                SELECT s.citation AS slug, s.cited_note AS note, s.cited_stance AS stance
                FROM stage_%s s
                WHERE s.citation IS NOT NULL
                AND s.citation_number IS NULL""".formatted(staged.noun.table())));
        return new Changes(added, changed, 0);
    }

    /** @param count how many citations stand in a file of their own; those of one kind of record are written */
    Changes otherCitations(StagedNoun staged, int count) throws SQLException {
        return new Changes(inserted("writing other citations of " + staged.noun.resource(), """
                INSERT INTO citation (id, slug, subject_kind, subject_id, source_id, locator, field, stance, note, quote) %2$s
                SELECT s.number, s.slug, s.subject_kind, t.id, r.id, s.locator, s.field, s.stance, s.note, s.quote
                FROM stage_citation s
                JOIN %1$s t ON t.slug = s.subject_slug
                JOIN source r ON r.slug = s.cited_source
                WHERE s.subject_kind = '%1$s'
                AND s.number IS NOT NULL
                AND s.position > ?
                AND s.position <= ?
                ORDER BY s.position""".formatted(staged.noun.table(), pace.direct()), count), 0, 0);
    }

    /** What is said beside citations that were there already; all else that they say is in their slug. */
    Changes citations() throws SQLException {
        return new Changes(0, run(reworded("""
                SELECT s.slug, s.note, s.stance
                FROM stage_citation s
                WHERE s.number IS NULL""")), 0);
    }

    private static String reworded(String citations) {
        List<String> columns = List.of("note", "stance");
        return """
                MERGE INTO citation t
                USING (%s) s
                ON t.slug = s.slug
                WHEN MATCHED AND (%s) THEN
                  UPDATE SET %s""".formatted(citations, differing(columns), assignments(columns));
    }

    private long run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }
}
