package dev.footnote.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.footnote.graph.Graph;
import dev.footnote.graph.Member;
import dev.footnote.graph.Noun;
import dev.footnote.staging.Intake;
import dev.footnote.staging.StagedNoun;

/**
 * Finds what is wrong with the records that a delta deletes: that others which stay name them, or that it holds them as well.
 */
final class DeletionReview {

    private final Graph graph;
    private final Kept kept = new Kept(true);
    private final Finding finding;

    DeletionReview(Connection connection, Intake intake) {
        this.graph = intake.graph();
        this.finding = new Finding(connection, intake.contents(), intake.faults()::add);
    }

    void run(List<StagedNoun> nouns) throws SQLException {
        for (StagedNoun staged : nouns) {
            Noun noun = staged.noun;
            finding.find("record", (slug, none) -> "The delta holds " + noun.table() + " \"" + slug
                    + "\" as well. Delete it or give it, not both.", """
                            SELECT d.found_at, d.slug, NULL
                            FROM stage_deletion d
                            JOIN stage_%1$s s ON s.slug = d.slug
                            WHERE d.kind = '%1$s'""".formatted(noun.table()));
            for (Member member : noun.members()) {
                if (member instanceof Member.ToOne way) {
                    orphans(noun, way);
                }
            }
        }
        orphanedCitations();
    }

    /** Records that stay and name one that goes. */
    private void orphans(Noun noun, Member.ToOne way) throws SQLException {
        Noun target = graph.noun(way.target());
        finding.find("record", (slug, by) -> "It is still named by " + noun.table() + ":" + by + ", as its " + way.name()
                + ". Delete that as well, or have it name another.", """
                        SELECT d.found_at, d.slug, t.slug
                        FROM stage_deletion d
                        JOIN %2$s g ON g.slug = d.slug
                        JOIN %1$s t ON t.%3$s = g.id
                        WHERE d.kind = '%2$s'
                        AND NOT %4$s
                        AND NOT EXISTS (
                          SELECT 1
                          FROM stage_%1$s s
                          WHERE s.slug = t.slug)""".formatted(noun.table(), target.table(), way.column(),
                        kept.deleted(noun, "t.slug")));
    }

    private void orphanedCitations() throws SQLException {
        for (Noun noun : graph.nouns()) {
            if (noun.cited()) {
                finding.find("record", (slug, by) -> "It is still cited by " + noun.table() + ":" + by
                        + ". Delete that as well, or give it with other citations.", """
                                SELECT DISTINCT d.found_at, d.slug, t.slug
                                FROM stage_deletion d
                                JOIN source g ON g.slug = d.slug
                                JOIN citation c ON c.source_id = g.id
                                JOIN %1$s t ON t.id = c.subject_id
                                WHERE d.kind = 'source'
                                AND c.subject_kind = '%1$s'
                                AND NOT %2$s
                                AND NOT EXISTS (
                                  SELECT 1
                                  FROM stage_%1$s s
                                  WHERE s.slug = t.slug)""".formatted(noun.table(), kept.deleted(noun, "t.slug")));
            }
        }
    }
}
