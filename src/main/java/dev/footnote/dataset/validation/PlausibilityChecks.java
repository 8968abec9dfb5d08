package dev.footnote.dataset.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

import dev.footnote.dataset.staging.ImportContext;
import dev.footnote.dataset.staging.StagedEntityType;
import dev.footnote.metamodel.EntityType;

/** Finds suspicious but valid data across rows. Most of it is a mistake, some of it is true. */
final class PlausibilityChecks {

    private final Connection connection;
    private final ImportContext importContext;
    private final ProblemQuery finding;

    PlausibilityChecks(Connection connection, ImportContext importContext) {
        this.connection = connection;
        this.importContext = importContext;
        this.finding = new ProblemQuery(connection, importContext.contents(), importContext.problems()::warn);
    }

    void run(List<StagedEntityType> entityTypes) throws SQLException {
        for (StagedEntityType staged : entityTypes) {
            importContext.progress().tell("checking " + staged.entityType.resource(), 0, 0);
            if (staged.entityType.cited() && staged.count > 1 && staged.copied.contains("name")) {
                namesakes(staged);
            }
            for (StagedEntityType.Named named : staged.named) {
                if (named.same()) {
                    circles(staged.entityType, named.header(), """
                            SELECT s.position, o.position
                            FROM %1$s s
                            JOIN %1$s o ON o.slug = s.%2$s
                            ORDER BY s.position""".formatted(staged.table.name, named.staged()));
                }
            }
            if (staged.entityType.table().equals("organization_link")) {
                links(staged);
            }
        }
    }

    private void namesakes(StagedEntityType staged) throws SQLException {
        staged.table.index(connection, "name");
        String[] first = new String[2];
        // compared here row by row, because no statement finds the first of thousands fast enough
        finding.find("name", (name, slug) -> {
            if (!name.equals(first[0])) {
                first[0] = name;
                first[1] = slug;
                return null;
            }
            return "Another " + staged.entityType.table() + " has the name \"" + name + "\", such as \"" + first[1]
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

    private void circles(EntityType entityType, String header, String sql) throws SQLException {
        CycleDetector circles = new CycleDetector(connection, sql);
        if (circles.isEmpty()) {
            return;
        }
        finding.find(header, (slug, none) -> "From " + entityType.table() + " \"" + slug + "\" the way by " + header
                + " leads back to itself.", """
                        SELECT s.found_at, s.slug, NULL
                        FROM stage_%s s
                        WHERE s.position IN (%s)
                        ORDER BY s.position""".formatted(entityType.table(), circles.attributes()));
    }

    private void links(StagedEntityType staged) throws SQLException {
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
        circles(staged.entityType, "target", """
                SELECT s.position, o.position
                FROM stage_organization_link s
                JOIN stage_organization_link o ON o.named_organization_id = s.named_target_id
                WHERE s.kind = 'PART_OF'
                AND o.kind = 'PART_OF'
                ORDER BY s.position""");
    }
}
