package dev.footnote.dataset.validation;

import dev.footnote.metamodel.EntityType;

/** SQL conditions for which records exist after the import. */
final class SurvivingRecords {

    private final boolean delta;

    /** @param delta whether records that are not staged remain, unless they are deleted */
    SurvivingRecords(boolean delta) {
        this.delta = delta;
    }

    boolean delta() {
        return delta;
    }

    /** Condition that no record of an entity type will have the slug given by an expression. */
    String none(EntityType entityType, String slug) {
        String staged = """
                NOT EXISTS (
                  SELECT 1
                  FROM stage_%s x
                  WHERE x.slug = %s)""".formatted(entityType.table(), slug);
        return !delta ? staged : staged + """

                AND NOT EXISTS (
                  SELECT 1
                  FROM %1$s x
                  WHERE x.slug = %2$s
                  AND NOT %3$s)""".formatted(entityType.table(), slug, deleted(entityType, "x.slug"));
    }

    /** Condition that the record with that slug is deleted by the delta. */
    String deleted(EntityType entityType, String slug) {
        return """
                EXISTS (
                  SELECT 1
                  FROM stage_deletion d
                  WHERE d.kind = '%s'
                  AND d.slug = %s)""".formatted(entityType.table(), slug);
    }

    /** Condition that a record of the table, with the alias {@code t}, will be deleted. */
    String goes(EntityType entityType) {
        return delta ? deleted(entityType, "t.slug") : """
                NOT EXISTS (
                  SELECT 1
                  FROM stage_%s s
                  WHERE s.slug = t.slug)""".formatted(entityType.table());
    }
}
