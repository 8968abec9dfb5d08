package dev.footnote.dataset.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.datapackage.HiddenCharacters;
import dev.footnote.dataset.datapackage.RecordSource;
import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.dataset.staging.ImportContext;
import dev.footnote.dataset.staging.StagedEntityType;
import dev.footnote.dataset.staging.StagingArea;

/**
 * Merges records with the same id where a mapping says so. The first one is kept, its empty cells are filled from the others,
 * and all citations are kept. Differing values are reported.
 */
public final class DuplicateRecordMerger {

    private final Connection connection;
    private final ImportContext importContext;
    private final ProblemQuery finding;

    /** @param connection the connection on which the dataset is staged */
    public DuplicateRecordMerger(Connection connection, ImportContext importContext) {
        this.connection = connection;
        this.importContext = importContext;
        this.finding = new ProblemQuery(connection, importContext.contents(), importContext.problems()::warn);
    }

    /** @param stage staging area of that connection, read and indexed */
    public void run(StagingArea stage) throws SQLException {
        for (StagedEntityType staged : stage.entityTypes()) {
            String lines = SourceLineSpan.of(importContext.contents().feed(staged.entityType), RecordSource::merging);
            if (lines != null) {
                merge(stage, staged, lines);
            }
        }
    }

    private void merge(StagingArea stage, StagedEntityType staged, String lines) throws SQLException {
        String table = staged.table.name;
        String later = """
                %s
                AND EXISTS (
                  SELECT 1
                  FROM %s o
                  WHERE o.slug = s.slug
                  AND o.position < s.position)""".formatted(lines, table);
        for (List<String> columns : together(staged)) {
            fill(table, columns, lines);
        }
        for (TableColumn column : staged.entityColumns.columns()) {
            conflicts(staged, column, later);
        }
        if (staged.entityType.cited()) {
            citations(stage, staged, later);
        }
        JdbcOperations.execute(connection, "DELETE FROM " + table + " s WHERE " + later);
    }

    /** Groups of staging columns that are filled from the same record, such as an amount and its currency. */
    private static List<List<String>> together(StagedEntityType staged) {
        List<List<String>> together = new ArrayList<>();
        String field = null;
        for (TableColumn column : staged.entityColumns.columns()) {
            List<String> own = staged.columns(column);
            if (column.field().equals(field)) {
                together.get(together.size() - 1).addAll(own);
            } else {
                together.add(new ArrayList<>(own));
            }
            field = column.field();
        }
        return together;
    }

    private void fill(String table, List<String> columns, String lines) throws SQLException {
        String others = """
                FROM %1$s s
                WHERE s.slug = f.slug
                AND s.position > f.position
                AND s.%2$s IS NOT NULL
                AND %3$s""".formatted(table, columns.get(0), lines);
        JdbcOperations.execute(connection, """
                UPDATE %1$s f
                SET %2$s
                WHERE f.%3$s IS NULL
                AND EXISTS (SELECT 1 %4$s)""".formatted(table, columns.stream()
                .map(column -> "%s = (SELECT s.%s %s ORDER BY s.position LIMIT 1)".formatted(column, column, others))
                .collect(Collectors.joining(", ")), columns.get(0), others));
    }

    private void conflicts(StagedEntityType staged, TableColumn column, String later) throws SQLException {
        String name = staged.columns(column).get(0);
        finding.find(column.header(),
                (text, first) -> "An earlier line says \"" + HiddenCharacters.shown(first)
                        + "\" of the same record, and this one"
                        + " says \"" + text + "\". The earlier one is kept.",
                """
                        SELECT s.found_at, CAST(s.%2$s AS VARCHAR), CAST(f.%2$s AS VARCHAR)
                        FROM %1$s s
                        JOIN %1$s f ON f.slug = s.slug
                        WHERE f.position = (
                          SELECT MIN(o.position)
                          FROM %1$s o
                          WHERE o.slug = s.slug)
                        AND s.%2$s <> f.%2$s
                        AND %3$s
                        ORDER BY s.position""".formatted(staged.table.name, name, later));
    }

    /** Moves the citations of the removed records to the record that is kept. */
    private void citations(StagingArea stage, StagedEntityType staged, String later) throws SQLException {
        int count = (int) JdbcOperations.execute(connection,
                """
                        INSERT INTO stage_citation (position, found_at, number, slug, subject_kind, subject_slug, cited_source, locator,
                          note, stance)
                        SELECT %1$s + ROW_NUMBER() OVER (ORDER BY s.position), s.found_at, s.citation_number, s.citation, '%2$s', s.slug,
                          s.cited_source, s.cited_locator, s.cited_note, s.cited_stance
                        FROM %3$s s
                        WHERE s.citation IS NOT NULL
                        AND %4$s"""
                        .formatted(stage.cited(), staged.entityType.table(), staged.table.name, later));
        stage.addCitations(staged.entityType.table(), count);
    }
}
