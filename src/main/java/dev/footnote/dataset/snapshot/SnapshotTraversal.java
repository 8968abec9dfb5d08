package dev.footnote.dataset.snapshot;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.dataset.staging.ProgressListener;

/** Reads all records of an entity type page by page, and reports progress. */
public final class SnapshotTraversal {

    private final DatabaseSnapshot snapshot;
    private final CitationReader citations;
    private final ColumnUsage survey;
    private final ProgressListener progress;

    public SnapshotTraversal(DatabaseSnapshot snapshot, ColumnUsage survey, ProgressListener progress) {
        this.snapshot = snapshot;
        this.citations = new CitationReader(snapshot);
        this.survey = survey;
        this.progress = progress;
    }

    /** Receives a page. */
    public interface Step<T> {
        void take(List<T> page) throws IOException;
    }

    /** @return the number of items read */
    public long records(EntityColumns entityColumns, Step<RecordRow> step) throws IOException {
        return records(entityColumns, behind -> snapshot.page(entityColumns, behind), step);
    }

    /**
     * Reads records together with a column of a record that they refer to.
     *
     * @param header column that holds the reference
     * @param beside column of the referenced record's table
     */
    public void beside(EntityColumns entityColumns, String header, String beside, Step<RecordRow> step) throws IOException {
        TableColumn column = entityColumns.columns().stream().filter(one -> one.header().equals(header)).findFirst()
                .orElseThrow();
        records(entityColumns, behind -> snapshot.page(entityColumns, behind, column, beside), step);
    }

    private long records(EntityColumns entityColumns, IntFunction<List<RecordRow>> pages, Step<RecordRow> step)
            throws IOException {
        long total = survey.count(entityColumns.entityType().table());
        long done = 0;
        List<RecordRow> page = pages.apply(0);
        while (!page.isEmpty()) {
            step.take(page);
            done += page.size();
            progress.tell("writing " + entityColumns.entityType().resource(), done, total);
            page = pages.apply(page.get(page.size() - 1).number());
        }
        return done;
    }

    /** @return the number of items read */
    public long citations(long total, Step<CitationRow> step) throws IOException {
        long done = 0;
        List<CitationRow> page = citations.page(0);
        while (!page.isEmpty()) {
            step.take(page);
            done += page.size();
            progress.tell("writing citations", done, total);
            page = citations.page(page.get(page.size() - 1).number());
        }
        return done;
    }
}
