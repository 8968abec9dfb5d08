package dev.footnote.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import dev.footnote.graph.Graph;
import dev.footnote.graph.Noun;
import dev.footnote.source.Source;
import dev.footnote.staging.Intake;
import dev.footnote.staging.StagedNoun;

/** Finds what is wrong between the lines of a dataset: by statements over all of them, because there may be millions. */
public final class Review {

    private final Connection connection;
    private final Intake intake;
    private final Graph graph;
    private final Kept kept;
    private final Finding finding;

    /** @param connection that the dataset is staged on */
    public Review(Connection connection, Intake intake) {
        this.connection = connection;
        this.intake = intake;
        this.graph = intake.graph();
        this.kept = new Kept(intake.contents().delta());
        this.finding = new Finding(connection, intake.contents(), intake.faults()::add);
    }

    /** @param nouns what is staged, and indexed */
    public void run(List<StagedNoun> nouns) throws SQLException {
        for (StagedNoun staged : nouns) {
            intake.progress().tell("checking " + staged.noun.resource(), 0, 0);
            records(staged);
        }
        citations();
        if (kept.delta()) {
            new DeletionReview(connection, intake).run(nouns);
        }
        // a second look only where all else is right, because else it would repeat what was said
        if (intake.faults().none()) {
            for (StagedNoun staged : nouns) {
                if (staged.noun.cited()) {
                    uncited(staged);
                }
            }
        }
        new Doubts(connection, intake).run(nouns);
    }

    private void records(StagedNoun staged) throws SQLException {
        String table = staged.table.name;
        Noun noun = staged.noun;
        finding.find("id",
                (slug, none) -> "The id \"" + slug + "\" stands in this file already. Give each record one of its own.", """
                        SELECT s.found_at, s.slug, NULL
                        FROM %1$s s
                        WHERE EXISTS (
                          SELECT 1
                          FROM %1$s o
                          WHERE o.slug = s.slug
                          AND o.position < s.position)""".formatted(table));
        for (StagedNoun.Named named : staged.named) {
            missing(named.header(), named.target(), "s." + named.staged(), table);
        }
        if (!noun.unique().isEmpty()) {
            unique(staged);
        }
        if (noun.cited()) {
            missing("source", sources(), "s.cited_source", table);
        }
    }

    private Noun sources() {
        return graph.noun(Source.class);
    }

    private void missing(String header, Noun target, String slug, String table) throws SQLException {
        finding.find(header, (named, none) -> nowhere(target, named), """
                SELECT s.found_at, %2$s, NULL
                FROM %1$s s
                WHERE %2$s IS NOT NULL
                AND %3$s""".formatted(table, slug, kept.none(target, slug)));
    }

    private static String nowhere(Noun target, String slug) {
        return "There is no " + target.table() + " \"" + slug + "\". Add it to " + target.resource() + ", or correct the id.";
    }

    private void unique(StagedNoun staged) throws SQLException {
        List<String> columns = staged.noun.unique().stream().map(header -> column(staged, header)).toList();
        staged.table.index(connection, columns.toArray(String[]::new));
        Finding.Wording wording = (none, nothing) -> "Another record has the same "
                + String.join(" and ", staged.noun.unique()) + ".";
        String header = staged.noun.unique().get(0);
        finding.find(header, wording, """
                SELECT s.found_at, NULL, NULL
                FROM %1$s s
                WHERE EXISTS (
                  SELECT 1
                  FROM %1$s o
                  WHERE %2$s
                  AND o.position < s.position)""".formatted(staged.table.name, alike(columns, "o")));
        if (kept.delta()) {
            finding.find(header, wording, """
                    SELECT s.found_at, NULL, NULL
                    FROM %1$s s
                    JOIN %2$s t ON %3$s
                    WHERE NOT %4$s
                    AND NOT EXISTS (
                      SELECT 1
                      FROM %1$s o
                      WHERE o.slug = t.slug)""".formatted(staged.table.name, staged.noun.table(), alike(columns, "t"),
                    kept.deleted(staged.noun, "t.slug")));
        }
    }

    private static String column(StagedNoun staged, String header) {
        return staged.carrier.columns().stream().filter(column -> column.header().equals(header)).findFirst().orElseThrow()
                .value().column();
    }

    private static String alike(List<String> columns, String alias) {
        return columns.stream().map(column -> "%2$s.%1$s = s.%1$s".formatted(column, alias))
                .collect(Collectors.joining(" AND "));
    }

    /** What is wrong with the citations that stand in a file of their own. */
    private void citations() throws SQLException {
        missing("source", sources(), "s.cited_source", "stage_citation");
        finding.find("subject", this::same, """
                SELECT s.found_at, NULL, (
                  SELECT MIN(o.found_at)
                  FROM stage_citation o
                  WHERE o.slug = s.slug)
                FROM stage_citation s
                WHERE EXISTS (
                  SELECT 1
                  FROM stage_citation o
                  WHERE o.slug = s.slug
                  AND o.position < s.position)""");
        for (Noun noun : graph.nouns()) {
            if (noun.cited()) {
                citations(noun);
            }
        }
    }

    private void citations(Noun noun) throws SQLException {
        finding.find("subject", (slug, none) -> "There is no " + noun.table() + " \"" + slug + "\".", """
                SELECT s.found_at, s.subject_slug, NULL
                FROM stage_citation s
                WHERE s.subject_kind = '%s'
                AND %s""".formatted(noun.table(), kept.none(noun, "s.subject_slug")));
        finding.find("subject", this::same, """
                SELECT s.found_at, NULL, o.found_at
                FROM stage_citation s
                JOIN stage_%1$s o ON o.slug = s.subject_slug
                WHERE s.subject_kind = '%1$s'
                AND o.citation = s.slug""".formatted(noun.table()));
    }

    /** Repeats that say the very same were left out before. */
    private String same(String none, String first) {
        return "The same place is cited for the same record at " + intake.contents().where(Long.parseLong(first))
                + ", with another note or stance. Keep one of them.";
    }

    /** Says of records that they cite nothing; once all else is right, because it would repeat what a broken line has said. */
    private void uncited(StagedNoun staged) throws SQLException {
        finding.find("source", (slug, none) -> "The record cites no source. Name one here, or in citations for the subject "
                + staged.noun.table() + ":" + slug + ".", """
                        SELECT s.found_at, s.slug, NULL
                        FROM stage_%1$s s
                        WHERE s.cited_source IS NULL
                        AND NOT EXISTS (
                          SELECT 1
                          FROM stage_citation c
                          WHERE c.subject_kind = '%1$s'
                          AND c.subject_slug = s.slug)""".formatted(staged.noun.table()));
    }
}
