package dev.footnote.dataset.validation;

import java.sql.Connection;
import java.sql.SQLException;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.datapackage.RecordSource;
import dev.footnote.dataset.staging.ImportContext;
import dev.footnote.dataset.staging.StagedEntityType;
import dev.footnote.dataset.staging.StagingArea;

/** Removes citations that repeat another one word for word. They add nothing and are not an error. */
public final class DuplicateCitationFilter {

    private static final String EARLIER = """
            EXISTS (
              SELECT 1
              FROM stage_citation o
              WHERE o.slug = s.slug
              AND o.position < s.position
              AND o.stance = s.stance
              AND o.note IS NOT DISTINCT FROM s.note)""";

    private final Connection connection;
    private final ImportContext importContext;

    /** @param connection the connection on which the dataset is staged */
    public DuplicateCitationFilter(Connection connection, ImportContext importContext) {
        this.connection = connection;
        this.importContext = importContext;
    }

    public void run(StagingArea stage) throws SQLException {
        if (stage.citations() == 0) {
            return;
        }
        leaveOut(EARLIER);
        for (StagedEntityType staged : stage.entityTypes()) {
            if (staged.hasOwnCitations && stage.hasCitations(staged.entityType.table())) {
                leaveOut("""
                        s.subject_kind = '%1$s'
                        AND EXISTS (
                          SELECT 1
                          FROM stage_%1$s o
                          WHERE o.slug = s.subject_slug
                          AND o.citation = s.slug
                          AND o.cited_stance = s.stance
                          AND o.cited_note IS NOT DISTINCT FROM s.note)""".formatted(staged.entityType.table()));
            }
        }
    }

    private void leaveOut(String condition) throws SQLException {
        boolean[] isAny = new boolean[1];
        JdbcOperations.read(connection, """
                SELECT MIN(s.found_at), COUNT(*)
                FROM stage_citation s
                WHERE %s
                GROUP BY s.found_at / %s
                ORDER BY 1""".formatted(condition, RecordSource.Place.FILE), row -> {
            isAny[0] = true;
            tell(row.getLong(1), row.getLong(2));
        });
        if (isAny[0]) {
            JdbcOperations.execute(connection, "DELETE FROM stage_citation s WHERE " + condition);
        }
    }

    private void tell(long first, long count) {
        importContext.problems()
                .warn(importContext.contents().problem(first, null, "From here on " + (count == 1 ? "one line says"
                        : count + " lines say") + " what an earlier citation already says, and " + (count == 1 ? "is" : "are")
                        + " left out."));
    }
}
