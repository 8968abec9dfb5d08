package dev.footnote.export;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import dev.footnote.answer.Answers;
import dev.footnote.answer.Cost;
import dev.footnote.loading.Snapshot;
import dev.footnote.plan.Loaded;
import dev.footnote.plan.Page;
import dev.footnote.plan.Question;
import dev.footnote.question.Asked;
import dev.footnote.question.Fetch;
import dev.footnote.sql.Window;

/**
 * A request that can be exported.
 *
 * @param name what the file is called, without its suffix
 */
record Export(Answers answers, String name, Choosing.Chosen chosen, Reading reading) {

    /**
     * How the list is read.
     *
     * @param size the most records at once
     * @param first the most records in all, or null
     */
    record Reading(Question question, Asked asked, Fetch list, int size, Integer first) {
    }

    /** Writes all records, and closes the stream where nothing went wrong: a file that was cut off must not look whole. */
    void write(Format format, OutputStream out, ExportDoor.Follower follower) throws Exception {
        Lines lines = format.lines(chosen, out);
        try (Snapshot snapshot = answers.open(follower.effort())) {
            follower.took(write(snapshot, new Records(chosen.path(), lines)), List.of());
        }
        lines.close();
    }

    private Cost write(Snapshot snapshot, Records records) throws Exception {
        Window whole = reading.asked.window(reading.list)
                .sized(reading.first == null ? Integer.MAX_VALUE : reading.first);
        return reading.list.anchor instanceof Fetch.All && whole.keyset().size() > 1 ? inOrder(snapshot, records, whole)
                : byPages(snapshot, records, whole);
    }

    /** Puts all keys in order first, because no index may have that order: each page would be looked for among all records. */
    private Cost inOrder(Snapshot snapshot, Records records, Window whole) throws Exception {
        Cost cost = new Cost(reading.asked.estimate(), 0, 1, 0);
        reading.asked.turn(reading.list, whole);
        int[] keys = snapshot.keys(reading.asked, reading.list);
        for (int from = 0; from < keys.length; from += reading.size) {
            int[] some = Arrays.copyOfRange(keys, from, Math.min(keys.length, from + reading.size));
            Loaded loaded = snapshot.load(reading.asked, reading.list, some);
            cost = cost.plus(read(loaded));
            reading.question.write(records, loaded);
        }
        return cost;
    }

    private static Cost read(Loaded loaded) {
        return new Cost(0, loaded.cost, loaded.statements, loaded.rows);
    }

    private Cost byPages(Snapshot snapshot, Records records, Window whole) throws Exception {
        Cost cost = new Cost(reading.asked.estimate(), 0, 0, 0);
        Window next = whole;
        int left = whole.size();
        while (left > 0) {
            int size = Math.min(left, reading.size);
            reading.asked.turn(reading.list, next.sized(size));
            Loaded loaded = snapshot.load(reading.asked);
            cost = cost.plus(read(loaded));
            reading.question.write(records, loaded);
            // there is none where the record that it hangs on is not there
            Iterator<Page> pages = loaded.pages(reading.list).iterator();
            Page page = pages.hasNext() ? pages.next() : null;
            if (page == null || page.rows.size() < size) {
                return cost;
            }
            left -= size;
            next = next.behind(page.place(page.rows.get(size - 1)));
        }
        return cost;
    }
}
