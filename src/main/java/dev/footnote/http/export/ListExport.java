package dev.footnote.http.export;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import dev.footnote.query.execution.ExecutionCost;
import dev.footnote.query.execution.GraphQLExecutor;
import dev.footnote.query.execution.SnapshotSession;
import dev.footnote.query.page.PageRequest;
import dev.footnote.query.plan.BoundPlan;
import dev.footnote.query.plan.FetchNode;
import dev.footnote.query.plan.FetchResults;
import dev.footnote.query.plan.FetchSource;
import dev.footnote.query.plan.QueryPlan;
import dev.footnote.query.plan.ResultPage;

/**
 * A request that is ready for export.
 *
 * @param name the file name without its suffix
 */
record ListExport(GraphQLExecutor answers, String name, ExportableListFinder.Chosen chosen, Reading reading) {

    /**
     * How the list is read.
     *
     * @param size the maximum number of records read at once
     * @param first the maximum number of records in total, or null
     */
    record Reading(QueryPlan question, BoundPlan asked, FetchNode list, int size, Integer first) {
    }

    /** Writes all records. It closes the stream only on success, because a truncated file must not look complete. */
    void write(ExportFormat format, OutputStream out, ExportHandler.Follower follower) throws Exception {
        RecordWriter lines = format.lines(chosen, out);
        try (SnapshotSession snapshot = answers.open(reading.asked, follower.cancellation())) {
            follower.took(write(snapshot, new RecordExtractor(chosen.path(), lines)), List.of());
        }
        lines.close();
    }

    private ExecutionCost write(SnapshotSession snapshot, RecordExtractor records) throws Exception {
        PageRequest whole = reading.asked.pageRequest(reading.list)
                .sized(reading.first == null ? Integer.MAX_VALUE : reading.first);
        return reading.list.source instanceof FetchSource.RootList && whole.keyset().size() > 1
                ? inOrder(snapshot, records, whole)
                : byPages(snapshot, records, whole);
    }

    /** Sorts all keys first. There may be no index with that order, and then each page would have to search all records. */
    private ExecutionCost inOrder(SnapshotSession snapshot, RecordExtractor records, PageRequest whole) throws Exception {
        ExecutionCost cost = new ExecutionCost(reading.asked.estimate(), 0, 1, 0);
        reading.asked.setPageRequest(reading.list, whole);
        int[] keys = snapshot.keys(reading.asked, reading.list);
        for (int from = 0; from < keys.length; from += reading.size) {
            int[] some = Arrays.copyOfRange(keys, from, Math.min(keys.length, from + reading.size));
            FetchResults loaded = snapshot.load(reading.asked, reading.list, some);
            cost = cost.plus(read(loaded));
            reading.question.write(records, loaded);
        }
        return cost;
    }

    private static ExecutionCost read(FetchResults loaded) {
        return new ExecutionCost(0, loaded.cost, loaded.statements, loaded.rows);
    }

    private ExecutionCost byPages(SnapshotSession snapshot, RecordExtractor records, PageRequest whole) throws Exception {
        ExecutionCost cost = new ExecutionCost(reading.asked.estimate(), 0, 0, 0);
        PageRequest next = whole;
        int left = whole.size();
        while (left > 0) {
            int size = Math.min(left, reading.size);
            reading.asked.setPageRequest(reading.list, next.sized(size));
            FetchResults loaded = snapshot.load(reading.asked);
            cost = cost.plus(read(loaded));
            reading.question.write(records, loaded);
            // there is no page if the parent record does not exist
            Iterator<ResultPage> pages = loaded.pages(reading.list).iterator();
            ResultPage page = pages.hasNext() ? pages.next() : null;
            if (page == null || page.rows.size() < size) {
                return cost;
            }
            left -= size;
            next = next.behind(page.place(page.rows.get(size - 1)));
        }
        return cost;
    }
}
