package dev.footnote.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.footnote.cell.Blemish;
import dev.footnote.folder.Column;
import dev.footnote.folder.Feed;
import dev.footnote.staging.Intake;
import dev.footnote.staging.Stage;
import dev.footnote.staging.StagedNoun;

/**
 * Makes one record of several with the same id where a mapping says so: the first is kept, what it leaves empty is filled from
 * the others, and the citations of all are kept. What they say otherwise is told.
 */
public final class MergedRecords {

    private final Connection connection;
    private final Intake intake;
    private final Finding finding;

    /** @param connection that the dataset is staged on */
    public MergedRecords(Connection connection, Intake intake) {
        this.connection = connection;
        this.intake = intake;
        this.finding = new Finding(connection, intake.contents(), intake.faults()::warn);
    }

    /** @param stage of that connection, read and indexed */
    public void run(Stage stage) throws SQLException {
        for (StagedNoun staged : stage.nouns()) {
            String lines = Spans.of(intake.contents().feed(staged.noun), Feed::merging);
            if (lines != null) {
                merge(stage, staged, lines);
            }
        }
    }

    private void merge(Stage stage, StagedNoun staged, String lines) throws SQLException {
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
        for (Column column : staged.carrier.columns()) {
            conflicts(staged, column, later);
        }
        if (staged.noun.cited()) {
            citations(stage, staged, later);
        }
        execute("DELETE FROM " + table + " s WHERE " + later);
    }

    /** The columns of the staging table that are filled from one record, such as an amount and its currency. */
    private static List<List<String>> together(StagedNoun staged) {
        List<List<String>> together = new ArrayList<>();
        String field = null;
        for (Column column : staged.carrier.columns()) {
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
        execute("""
                UPDATE %1$s f
                SET %2$s
                WHERE f.%3$s IS NULL
                AND EXISTS (SELECT 1 %4$s)""".formatted(table, columns.stream()
                .map(column -> "%s = (SELECT s.%s %s ORDER BY s.position LIMIT 1)".formatted(column, column, others))
                .collect(Collectors.joining(", ")), columns.get(0), others));
    }

    private void conflicts(StagedNoun staged, Column column, String later) throws SQLException {
        String name = staged.columns(column).get(0);
        finding.find(column.header(),
                (text, first) -> "An earlier line says \"" + Blemish.shown(first) + "\" of the same record, and this one"
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

    /** Keeps the citations of records that go, as citations of the one that stays. */
    private void citations(Stage stage, StagedNoun staged, String later) throws SQLException {
        int count = execute(
                """
                        INSERT INTO stage_citation (position, found_at, number, slug, subject_kind, subject_slug, cited_source, locator,
                          note, stance)
                        SELECT %1$s + ROW_NUMBER() OVER (ORDER BY s.position), s.found_at, s.citation_number, s.citation, '%2$s', s.slug,
                          s.cited_source, s.cited_locator, s.cited_note, s.cited_stance
                        FROM %3$s s
                        WHERE s.citation IS NOT NULL
                        AND %4$s"""
                        .formatted(stage.cited(), staged.noun.table(), staged.table.name, later));
        stage.addCitations(count);
    }

    private int execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
