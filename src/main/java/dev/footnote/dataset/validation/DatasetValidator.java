package dev.footnote.dataset.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import dev.footnote.dataset.staging.ImportContext;
import dev.footnote.dataset.staging.StagedEntityType;
import dev.footnote.dataset.staging.StagingArea;
import dev.footnote.domain.source.Source;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.Metamodel;

/** Validates a staged dataset across rows. It uses SQL statements over all rows, because there may be millions. */
public final class DatasetValidator {

    private final Connection connection;
    private final ImportContext importContext;
    private final Metamodel metamodel;
    private final SurvivingRecords kept;
    private final ProblemQuery finding;

    /** @param connection the connection on which the dataset is staged */
    public DatasetValidator(Connection connection, ImportContext importContext) {
        this.connection = connection;
        this.importContext = importContext;
        this.metamodel = importContext.metamodel();
        this.kept = new SurvivingRecords(importContext.contents().delta());
        this.finding = new ProblemQuery(connection, importContext.contents(), importContext.problems()::add);
    }

    /** @param stage read and indexed */
    public void run(StagingArea stage) throws SQLException {
        List<StagedEntityType> entityTypes = stage.entityTypes().stream().filter(staged -> !staged.isEmpty()).toList();
        for (StagedEntityType staged : entityTypes) {
            importContext.progress().tell("checking " + staged.entityType.resource(), 0, 0);
            records(staged);
        }
        if (stage.citations() > 0) {
            citations(stage);
        }
        if (kept.delta()) {
            new DeletionValidator(connection, importContext).run(stage);
        }
        // only if there are no errors so far, because it would repeat them
        if (importContext.problems().none()) {
            for (StagedEntityType staged : entityTypes) {
                if (staged.entityType.cited()) {
                    uncited(staged);
                }
            }
        }
        new PlausibilityChecks(connection, importContext).run(entityTypes);
    }

    private void records(StagedEntityType staged) throws SQLException {
        String table = staged.table.name;
        EntityType entityType = staged.entityType;
        finding.find("id",
                (slug, none) -> "The id \"" + slug + "\" is already used in this file. Give each record its own id.", """
                        SELECT s.found_at, s.slug, NULL
                        FROM %1$s s
                        WHERE EXISTS (
                          SELECT 1
                          FROM %1$s o
                          WHERE o.slug = s.slug
                          AND o.position < s.position)""".formatted(table));
        for (StagedEntityType.Named named : staged.named) {
            missing(named.header(), named.target(), "s." + named.staged(), table);
        }
        if (!entityType.unique().isEmpty()) {
            unique(staged);
        }
        if (staged.hasOwnCitations) {
            missing("source", sources(), "s.cited_source", table);
        }
    }

    private EntityType sources() {
        return metamodel.entityType(Source.class);
    }

    private void missing(String header, EntityType target, String slug, String table) throws SQLException {
        finding.find(header, (named, none) -> nowhere(target, named), """
                SELECT s.found_at, %2$s, NULL
                FROM %1$s s
                WHERE %2$s IS NOT NULL
                AND %3$s""".formatted(table, slug, kept.none(target, slug)));
    }

    private static String nowhere(EntityType target, String slug) {
        return "There is no " + target.table() + " \"" + slug + "\". Add it to " + target.resource() + ", or correct the id.";
    }

    private void unique(StagedEntityType staged) throws SQLException {
        List<String> columns = staged.entityType.unique().stream().map(header -> column(staged, header)).toList();
        staged.table.index(connection, columns.toArray(String[]::new));
        ProblemQuery.Wording wording = (none, nothing) -> "Another record has the same "
                + String.join(" and ", staged.entityType.unique()) + ".";
        String header = staged.entityType.unique().get(0);
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
                      WHERE o.slug = t.slug)""".formatted(staged.table.name, staged.entityType.table(), alike(columns, "t"),
                    kept.deleted(staged.entityType, "t.slug")));
        }
    }

    private static String column(StagedEntityType staged, String header) {
        return staged.entityColumns.columns().stream().filter(column -> column.header().equals(header)).findFirst()
                .orElseThrow()
                .value().column();
    }

    private static String alike(List<String> columns, String alias) {
        return columns.stream().map(column -> "%2$s.%1$s = s.%1$s".formatted(column, alias))
                .collect(Collectors.joining(" AND "));
    }

    /** Checks the rows of the citations file. */
    private void citations(StagingArea stage) throws SQLException {
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
        for (StagedEntityType staged : stage.entityTypes()) {
            if (stage.hasCitations(staged.entityType.table())) {
                citations(staged);
            }
        }
    }

    private void citations(StagedEntityType staged) throws SQLException {
        EntityType entityType = staged.entityType;
        finding.find("subject", (slug, none) -> "There is no " + entityType.table() + " \"" + slug + "\".", """
                SELECT s.found_at, s.subject_slug, NULL
                FROM stage_citation s
                WHERE s.subject_kind = '%s'
                AND %s""".formatted(entityType.table(), kept.none(entityType, "s.subject_slug")));
        if (!staged.hasOwnCitations) {
            return;
        }
        finding.find("subject", this::same, """
                SELECT s.found_at, NULL, o.found_at
                FROM stage_citation s
                JOIN stage_%1$s o ON o.slug = s.subject_slug
                WHERE s.subject_kind = '%1$s'
                AND o.citation = s.slug""".formatted(entityType.table()));
    }

    /** Message for a repeated citation. Exact repetitions were removed before. */
    private String same(String none, String first) {
        return "The same place is cited for the same record at " + importContext.contents().where(Long.parseLong(first))
                + ", with another note or stance. Keep one of them.";
    }

    /**
     * Reports records without a citation. Runs only if there are no other errors, because a broken row was already reported.
     */
    private void uncited(StagedEntityType staged) throws SQLException {
        finding.find("source", (slug, none) -> "The record cites no source. Name one here, or in citations for the subject "
                + staged.entityType.table() + ":" + slug + ".", """
                        SELECT s.found_at, s.slug, NULL
                        FROM stage_%1$s s
                        WHERE s.cited_source IS NULL
                        AND NOT EXISTS (
                          SELECT 1
                          FROM stage_citation c
                          WHERE c.subject_kind = '%1$s'
                          AND c.subject_slug = s.slug)""".formatted(staged.entityType.table()));
    }
}
