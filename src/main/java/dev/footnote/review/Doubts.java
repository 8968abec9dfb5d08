package dev.footnote.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

import dev.footnote.graph.Noun;
import dev.footnote.staging.Intake;
import dev.footnote.staging.StagedNoun;

/** Finds what may be wrong between lines and is legal all the same: most of it is a slip, some of it is how the world is. */
final class Doubts {

    private final Connection connection;
    private final Intake intake;
    private final Finding finding;

    Doubts(Connection connection, Intake intake) {
        this.connection = connection;
        this.intake = intake;
        this.finding = new Finding(connection, intake.contents(), intake.faults()::warn);
    }

    void run(List<StagedNoun> nouns) throws SQLException {
        for (StagedNoun staged : nouns) {
            intake.progress().tell("checking " + staged.noun.resource(), 0, 0);
            if (staged.noun.cited() && staged.copied.contains("name")) {
                namesakes(staged);
            }
            for (StagedNoun.Named named : staged.named) {
                if (named.same()) {
                    circles(staged.noun, named.header(), """
                            SELECT s.position, o.position
                            FROM %1$s s
                            JOIN %1$s o ON o.slug = s.%2$s
                            ORDER BY s.position""".formatted(staged.table.name, named.staged()));
                }
            }
            if (staged.noun.table().equals("organization_link")) {
                links(staged);
            }
        }
    }

    private void namesakes(StagedNoun staged) throws SQLException {
        staged.table.index(connection, "name");
        String[] first = new String[2];
        // told one behind the other here, because no statement finds the first of thousands again and again in time
        finding.find("name", (name, slug) -> {
            if (!name.equals(first[0])) {
                first[0] = name;
                first[1] = slug;
                return null;
            }
            return "Another " + staged.noun.table() + " has the name \"" + name + "\", such as \"" + first[1]
                    + "\". Where they are the same, keep one of them.";
        }, """
                SELECT s.found_at, s.name, s.slug
                FROM %1$s s
                WHERE EXISTS (
                  SELECT 1
                  FROM %1$s o
                  WHERE o.name = s.name
                  AND o.position <> s.position)
                ORDER BY s.name, s.position""".formatted(staged.table.name));
    }

    private void circles(Noun noun, String header, String sql) throws SQLException {
        Circles circles = new Circles(connection, sql);
        finding.find(header, (slug, none) -> "From " + noun.table() + " \"" + slug + "\" the way by " + header
                + " leads back to itself.", """
                        SELECT s.found_at, s.slug, NULL
                        FROM stage_%s s
                        WHERE s.position IN (%s)
                        ORDER BY s.position""".formatted(noun.table(), circles.members()));
    }

    private void links(StagedNoun staged) throws SQLException {
        staged.table.index(connection, "named_organization_id", "named_target_id");
        finding.find("target", (target, kind) -> "\"" + target + "\" has no link back. A link of the kind "
                + kind.toLowerCase(Locale.ROOT) + " goes both ways.", """
                        SELECT s.found_at, s.named_target_id, s.kind
                        FROM stage_organization_link s
                        WHERE s.kind IN ('COMPETITOR_OF', 'RELATED')
                        AND NOT EXISTS (
                          SELECT 1
                          FROM stage_organization_link o
                          WHERE o.named_organization_id = s.named_target_id
                          AND o.named_target_id = s.named_organization_id
                          AND o.kind = s.kind)""");
        circles(staged.noun, "target", """
                SELECT s.position, o.position
                FROM stage_organization_link s
                JOIN stage_organization_link o ON o.named_organization_id = s.named_target_id
                WHERE s.kind = 'PART_OF'
                AND o.kind = 'PART_OF'
                ORDER BY s.position""");
    }
}
