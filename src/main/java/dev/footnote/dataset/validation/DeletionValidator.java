package dev.footnote.dataset.validation;

import java.sql.Connection;
import java.sql.SQLException;

import dev.footnote.dataset.staging.ImportContext;
import dev.footnote.dataset.staging.StagedEntityType;
import dev.footnote.dataset.staging.StagingArea;
import dev.footnote.domain.source.Source;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;

/**
 * Checks the deletions of a delta: remaining records must not refer to a deleted record, and the delta must not also contain
 * it.
 */
final class DeletionValidator {

    private final Metamodel metamodel;
    private final SurvivingRecords kept = new SurvivingRecords(true);
    private final ProblemQuery finding;

    DeletionValidator(Connection connection, ImportContext importContext) {
        this.metamodel = importContext.metamodel();
        this.finding = new ProblemQuery(connection, importContext.contents(), importContext.problems()::add);
    }

    void run(StagingArea stage) throws SQLException {
        for (StagedEntityType staged : stage.entityTypes()) {
            EntityType entityType = staged.entityType;
            if (!staged.isEmpty() && stage.deletes(entityType.table())) {
                supplied(entityType);
            }
            for (Attribute attribute : entityType.attributes()) {
                if (attribute instanceof Attribute.ToOne relation
                        && stage.deletes(metamodel.entityType(relation.target()).table())) {
                    orphans(entityType, relation);
                }
            }
        }
        if (stage.deletes(metamodel.entityType(Source.class).table())) {
            orphanedCitations();
        }
    }

    /** Reports records that the delta deletes and supplies. */
    private void supplied(EntityType entityType) throws SQLException {
        finding.find("record", (slug, none) -> "The delta holds " + entityType.table() + " \"" + slug
                + "\" as well. Delete it or supply it, not both.", """
                        SELECT d.found_at, d.slug, NULL
                        FROM stage_deletion d
                        JOIN stage_%1$s s ON s.slug = d.slug
                        WHERE d.kind = '%1$s'""".formatted(entityType.table()));
    }

    /** Reports deleted records that remaining records refer to. */
    private void orphans(EntityType entityType, Attribute.ToOne relation) throws SQLException {
        EntityType target = metamodel.entityType(relation.target());
        finding.find("record",
                (slug, by) -> "It is still referenced by " + entityType.table() + ":" + by + ", as its " + relation.name()
                        + ". Delete that as well, or let it refer to another record.",
                """
                        SELECT d.found_at, d.slug, t.slug
                        FROM stage_deletion d
                        JOIN %2$s g ON g.slug = d.slug
                        JOIN %1$s t ON t.%3$s = g.id
                        WHERE d.kind = '%2$s'
                        AND NOT %4$s
                        AND NOT EXISTS (
                          SELECT 1
                          FROM stage_%1$s s
                          WHERE s.slug = t.slug)""".formatted(entityType.table(), target.table(), relation.column(),
                        kept.deleted(entityType, "t.slug")));
    }

    private void orphanedCitations() throws SQLException {
        for (EntityType entityType : metamodel.entityTypes()) {
            if (entityType.cited()) {
                finding.find("record", (slug, by) -> "It is still cited by " + entityType.table() + ":" + by
                        + ". Delete that as well, or supply it with other citations.", """
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
                                  WHERE s.slug = t.slug)""".formatted(entityType.table(), kept.deleted(entityType, "t.slug")));
            }
        }
    }
}
