package dev.footnote.folder;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong in a dataset, so that its author can mend all of it at once. */
public final class Faults {

    /** More are counted but not kept, because nobody reads them and a broken file of a million lines has as many. */
    private static final int MOST_KEPT = 1000;

    private final List<Fault> kept = new ArrayList<>();
    private long count;

    public void add(String file, long line, int column, String message) {
        count++;
        if (kept.size() < MOST_KEPT) {
            kept.add(new Fault(file, line, column, message));
        }
    }

    public boolean none() {
        return count == 0;
    }

    /** @throws BrokenDataset when anything was found */
    public void stop() {
        if (!none()) {
            throw new BrokenDataset(kept, count);
        }
    }
}
