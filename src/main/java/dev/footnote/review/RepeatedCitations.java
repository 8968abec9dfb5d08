package dev.footnote.review;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.footnote.folder.Feed;
import dev.footnote.staging.Intake;
import dev.footnote.staging.Stage;
import dev.footnote.staging.StagedNoun;

/** Leaves out citations that say word for word what another one says already: they add nothing, and are no fault. */
public final class RepeatedCitations {

    private static final String EARLIER = """
            EXISTS (
              SELECT 1
              FROM stage_citation o
              WHERE o.slug = s.slug
              AND o.position < s.position
              AND o.stance = s.stance
              AND o.note IS NOT DISTINCT FROM s.note)""";

    private final Connection connection;
    private final Intake intake;

    /** @param connection that the dataset is staged on */
    public RepeatedCitations(Connection connection, Intake intake) {
        this.connection = connection;
        this.intake = intake;
    }

    public void run(Stage stage) throws SQLException {
        leaveOut(EARLIER);
        for (StagedNoun staged : stage.nouns()) {
            if (staged.noun.cited()) {
                leaveOut("""
                        s.subject_kind = '%1$s'
                        AND EXISTS (
                          SELECT 1
                          FROM stage_%1$s o
                          WHERE o.slug = s.subject_slug
                          AND o.citation = s.slug
                          AND o.cited_stance = s.stance
                          AND o.cited_note IS NOT DISTINCT FROM s.note)""".formatted(staged.noun.table()));
            }
        }
    }

    private void leaveOut(String condition) throws SQLException {
        List<String> told = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("""
                    SELECT MIN(s.found_at), COUNT(*)
                    FROM stage_citation s
                    WHERE %s
                    GROUP BY s.found_at / %s
                    ORDER BY 1""".formatted(condition, Feed.Place.FILE))) {
                while (rows.next()) {
                    tell(rows.getLong(1), rows.getLong(2));
                    told.add(condition);
                }
            }
            if (!told.isEmpty()) {
                statement.executeUpdate("DELETE FROM stage_citation s WHERE " + condition);
            }
        }
    }

    private void tell(long first, long count) {
        intake.faults().warn(intake.contents().fault(first, null, "From here on " + (count == 1 ? "one line says"
                : count + " lines say") + " what an earlier citation says already, and " + (count == 1 ? "is" : "are")
                + " left out."));
    }
}
