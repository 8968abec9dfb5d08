package dev.footnote.merging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.footnote.staging.Intake;
import dev.footnote.staging.Stage;
import dev.footnote.staging.StagedNoun;

/** Makes the tables hold what is staged, in a transaction that the caller ends: whoever reads meanwhile sees what was. */
public final class Takeover {

    private final Connection connection;
    private final Intake intake;
    private final Stage stage;
    private final Pace pace;
    private final Merge merge;
    private final Removal removal;
    private Changes changes = Changes.NONE;

    /** @param stage in which no fault was found */
    public Takeover(Connection connection, Intake intake, Stage stage, Pace pace) {
        this.connection = connection;
        this.intake = intake;
        this.stage = stage;
        this.pace = pace;
        this.merge = new Merge(connection, pace, intake.progress());
        this.removal = new Removal(connection, intake.contents().delta());
    }

    public Changes run() throws SQLException {
        for (StagedNoun staged : stage.nouns()) {
            String table = staged.noun.table();
            if (!stage.fresh(table)) {
                new Numbers(connection, table).give(new Numbers.Target(staged.table.name, "slug", "number", table));
            }
            pace.bare(table);
            changes = changes.and(merge.records(staged, stage.fresh(table)));
            // ahead of those that name these records, because they find them by their slugs
            pace.indexed(table);
        }
        citations(stage.nouns().stream().filter(staged -> staged.noun.cited()).toList());
        // edges ahead of the nodes that they name
        for (int i = stage.nouns().size() - 1; i >= 0; i--) {
            StagedNoun staged = stage.nouns().get(i);
            if (!stage.fresh(staged.noun.table())) {
                changes = changes.and(removal.records(staged));
            }
        }
        return changes;
    }

    private void citations(List<StagedNoun> cited) throws SQLException {
        if (!stage.fresh("citation")) {
            Numbers numbers = new Numbers(connection, "citation");
            for (StagedNoun staged : cited) {
                numbers.give(new Numbers.Target(staged.table.name, "citation", "citation_number", "citation"));
            }
            numbers.give(new Numbers.Target("stage_citation", "slug", "number", "citation"));
            changes = changes.and(removal.citations(cited));
        }
        pace.bare("citation");
        for (StagedNoun staged : cited) {
            changes = changes.and(merge.ownCitations(staged)).and(merge.otherCitations(staged, stage.citations()));
        }
        pace.indexed("citation");
        changes = changes.and(merge.citations());
    }
}
