package dev.footnote.dataset.merge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.history.History;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.dataset.staging.StagedEntityType;

/** Merges staged records into their tables: inserts new ones, and updates those that changed. */
final class RecordMerger {

    /** Parameter for the number of the edit, so that the statement of the next edit is the same. */
    private static final String NUMBER = "CAST(? AS INTEGER)";

    private final Connection connection;
    private final History history;
    private final CommitStrategy commitStrategy;
    private final ProgressListener progress;

    RecordMerger(History history, CommitStrategy commitStrategy, ProgressListener progress) {
        this.connection = history.connection();
        this.history = history;
        this.commitStrategy = commitStrategy;
        this.progress = progress;
    }

    /** @param fresh how many of the staged records are new */
    ChangeCounts records(StagedEntityType staged, int fresh) throws SQLException {
        long added = fresh == 0 ? 0 : inserted("writing " + staged.entityType.resource(), insert(staged), staged.count);
        long changed = fresh == staged.count ? 0 : update(staged, "s.number IS NULL", false);
        if (fresh > 0 && !commitStrategy.alone()) {
            // otherwise they were linked when they were added
            link(staged);
        }
        return new ChangeCounts(added, changed, 0);
    }

    /** @param count number of staged rows, at positions from 1 */
    private long inserted(String what, String sql, int count) throws SQLException {
        long added = 0;
        for (int from = 0; from < count; from += commitStrategy.size()) {
            progress.tell(what, from, count);
            added += JdbcOperations.execute(connection, sql, history.number(), from, from + commitStrategy.size());
            commitStrategy.step();
        }
        return added;
    }

    /** Links new records to others of the same type. A record may refer to one further down, so this is done when all exist. */
    private void link(StagedEntityType staged) throws SQLException {
        for (StagedEntityType.Named named : staged.named) {
            if (named.same()) {
                update(staged, "s.number IS NOT NULL AND s.%s IS NOT NULL".formatted(named.staged()), true);
            }
        }
    }

    private String insert(StagedEntityType staged) {
        List<String> columns = new ArrayList<>(List.of("id", "slug", History.FROM));
        columns.addAll(staged.copied);
        List<String> values = new ArrayList<>(List.of("s.number", "s.slug", NUMBER));
        staged.copied.forEach(column -> values.add("s." + column));
        for (StagedEntityType.Named named : staged.named) {
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
                ORDER BY s.position""".formatted(staged.entityType.table(), String.join(", ", columns), commitStrategy.direct(),
                String.join(", ", values), staged.table.name, joins(staged, false));
    }

    private String number(StagedEntityType.Named named) {
        if (!named.same()) {
            return "r_" + named.column() + ".id";
        }
        return commitStrategy.alone() ? """
                (
                  SELECT o.number
                  FROM stage_%s o
                  WHERE o.slug = s.%s)""".formatted(named.target().table(), named.staged()) : "CAST(NULL AS INTEGER)";
    }

    private long update(StagedEntityType staged, String condition, boolean areNew) throws SQLException {
        List<String> all = new ArrayList<>(staged.copied);
        List<String> values = new ArrayList<>(List.of("s.slug"));
        staged.copied.forEach(column -> values.add("s." + column));
        for (StagedEntityType.Named named : staged.named) {
            all.add(named.column());
            values.add("r_%1$s.id AS %1$s".formatted(named.column()));
        }
        return replace(staged.entityType.table(), """
                SELECT %s
                FROM %s s
                %s
                WHERE %s""".formatted(String.join(", ", values), staged.table.name, joins(staged, true), condition), all,
                areNew);
    }

    /**
     * Replaces rows where they differ from selected ones of the same slug.
     *
     * @param areNew whether this merge has written the rows
     */
    private long replace(String table, String rows, List<String> columns, boolean areNew) throws SQLException {
        String differing = differing(columns);
        if (!areNew && !history.keep(table, "JOIN (" + rows + ") s ON t.slug = s.slug", differing)) {
            return 0;
        }
        return JdbcOperations.execute(connection, """
                MERGE INTO %s t
                USING (
                  %s) s
                ON t.slug = s.slug
                WHEN MATCHED AND (%s) THEN
                  UPDATE SET %s""".formatted(table, rows, differing, assignments(columns)), history.number());
    }

    private static String differing(List<String> columns) {
        return columns.stream().map("t.%1$s IS DISTINCT FROM s.%1$s"::formatted).collect(Collectors.joining(" OR "));
    }

    private static String assignments(List<String> columns) {
        return columns.stream().map("%1$s = s.%1$s, "::formatted).collect(Collectors.joining("", "",
                "lock_version = t.lock_version + 1, " + History.FROM + " = ?"));
    }

    private static String joins(StagedEntityType staged, boolean same) {
        return staged.named.stream().filter(named -> same || !named.same())
                .map(named -> "LEFT JOIN %1$s r_%2$s ON r_%2$s.slug = s.%3$s".formatted(named.target().table(), named.column(),
                        named.staged()))
                .collect(Collectors.joining("\n"));
    }

    /** Writes the first citations of records, which are in their own rows. */
    ChangeCounts ownCitations(StagedEntityType staged) throws SQLException {
        long added = inserted("writing citations of " + staged.entityType.resource(),
                """
                        INSERT INTO citation (id, slug, subject_kind, subject_id, source_id, locator, stance, note, known_from) %2$s
                        SELECT s.citation_number, s.citation, '%1$s', %3$s, r.id, s.cited_locator, s.cited_stance, s.cited_note, %5$s
                        FROM stage_%1$s s
                        %4$s
                        JOIN source r ON r.slug = s.cited_source
                        WHERE s.citation_number IS NOT NULL
                        AND s.position > ?
                        AND s.position <= ?
                        ORDER BY s.position"""
                        .formatted(staged.entityType.table(), commitStrategy.direct(),
                                commitStrategy.alone() ? "s.number" : "t.id",
                                commitStrategy.alone() ? "" : "JOIN " + staged.entityType.table() + " t ON t.slug = s.slug",
                                NUMBER),
                staged.count);
        long changed = reworded("""
                SELECT s.citation AS slug, s.cited_note AS note, s.cited_stance AS stance
                FROM stage_%s s
                WHERE s.citation IS NOT NULL
                AND s.citation_number IS NULL""".formatted(staged.entityType.table()));
        return new ChangeCounts(added, changed, 0);
    }

    /**
     * Writes the citations of one entity type from the citations file.
     *
     * @param count number of staged citations in that file
     */
    ChangeCounts otherCitations(StagedEntityType staged, int count) throws SQLException {
        return new ChangeCounts(
                inserted("writing other citations of " + staged.entityType.resource(),
                        """
                                INSERT INTO citation (id, slug, subject_kind, subject_id, source_id, locator, field, stance, note, quote, known_from) %2$s
                                SELECT s.number, s.slug, s.subject_kind, t.id, r.id, s.locator, s.field, s.stance, s.note, s.quote, %3$s
                                FROM stage_citation s
                                JOIN %1$s t ON t.slug = s.subject_slug
                                JOIN source r ON r.slug = s.cited_source
                                WHERE s.subject_kind = '%1$s'
                                AND s.number IS NOT NULL
                                AND s.position > ?
                                AND s.position <= ?
                                ORDER BY s.position"""
                                .formatted(staged.entityType.table(), commitStrategy.direct(), NUMBER),
                        count),
                0, 0);
    }

    /** Updates note and stance of existing citations. Everything else is part of their slug. */
    ChangeCounts citations() throws SQLException {
        return new ChangeCounts(0, reworded("""
                SELECT s.slug, s.note, s.stance
                FROM stage_citation s
                WHERE s.number IS NULL"""), 0);
    }

    private long reworded(String citations) throws SQLException {
        return replace("citation", citations, List.of("note", "stance"), false);
    }
}
