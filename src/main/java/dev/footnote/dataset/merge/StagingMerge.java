package dev.footnote.dataset.merge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.footnote.dataset.history.History;
import dev.footnote.dataset.staging.ImportContext;
import dev.footnote.dataset.staging.StagedEntityType;
import dev.footnote.dataset.staging.StagingArea;

/**
 * Merges the staged dataset into the live tables in a transaction that the caller ends. Until then readers see the previous
 * data.
 */
public final class StagingMerge {

    private final Connection connection;
    private final ImportContext importContext;
    private final StagingArea stage;
    private final CommitStrategy commitStrategy;
    private final RecordMerger merge;
    private final RecordDeleter removal;
    private ChangeCounts changes = ChangeCounts.NONE;

    /**
     * @param stage staged dataset without errors
     * @param history keeps what is replaced or deleted
     */
    public StagingMerge(ImportContext importContext, StagingArea stage, CommitStrategy commitStrategy, History history) {
        this.connection = history.connection();
        this.importContext = importContext;
        this.stage = stage;
        this.commitStrategy = commitStrategy;
        this.merge = new RecordMerger(history, commitStrategy, importContext.progress());
        this.removal = new RecordDeleter(history, stage, importContext.contents().delta());
    }

    public ChangeCounts run() throws SQLException {
        for (StagedEntityType staged : stage.entityTypes()) {
            if (!staged.isEmpty()) {
                records(staged);
            }
        }
        citations(stage.entityTypes().stream().filter(staged -> staged.entityType.cited()).toList());
        // referring records before those they refer to
        for (int i = stage.entityTypes().size() - 1; i >= 0; i--) {
            changes = changes.and(removal.records(stage.entityTypes().get(i)));
        }
        return changes;
    }

    private void records(StagedEntityType staged) throws SQLException {
        String table = staged.entityType.table();
        int added = stage.fresh(table) ? staged.count
                : new IdAllocator(connection, table)
                        .give(new IdAllocator.Target(staged.table.name, "slug", "number", table));
        commitStrategy.bare(table);
        changes = changes.and(merge.records(staged, added));
        // before the tables that refer to these records, because they look them up by slug
        commitStrategy.indexed(table);
    }

    private void citations(List<StagedEntityType> cited) throws SQLException {
        int others = stage.citations();
        boolean isFresh = stage.fresh("citation");
        if (!isFresh) {
            IdAllocator numbers = new IdAllocator(connection, "citation");
            for (StagedEntityType staged : cited) {
                if (staged.hasOwnCitations) {
                    numbers.give(new IdAllocator.Target(staged.table.name, "citation", "citation_number", "citation"));
                }
            }
            if (others > 0) {
                others = numbers.give(new IdAllocator.Target("stage_citation", "slug", "number", "citation"));
            }
            changes = changes.and(removal.citations(cited));
        }
        commitStrategy.bare("citation");
        for (StagedEntityType staged : cited) {
            if (staged.hasOwnCitations) {
                changes = changes.and(merge.ownCitations(staged));
            }
            if (others > 0 && stage.hasCitations(staged.entityType.table())) {
                changes = changes.and(merge.otherCitations(staged, stage.citations()));
            }
        }
        commitStrategy.indexed("citation");
        if (!isFresh && others < stage.citations()) {
            changes = changes.and(merge.citations());
        }
    }
}
