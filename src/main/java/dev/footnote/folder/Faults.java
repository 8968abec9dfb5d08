package dev.footnote.folder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found wrong in a dataset, so that its author can mend all of it at once, and what may be wrong. */
public final class Faults {

    /** More are counted but not kept, because nobody reads them and a broken file of a million lines has as many. */
    private static final int MOST_KEPT = 1000;

    /** Found by line at the first reading, and by kind afterwards; but mended from the top to the bottom. */
    private static final Comparator<Fault> BY_PLACE = Comparator.comparing(Fault::file).thenComparing(Fault::line)
            .thenComparing(Fault::column);

    private final List<Fault> kept = new ArrayList<>();
    private final List<Fault> keptWarnings = new ArrayList<>();
    private long count;
    private long warned;

    public void add(Fault fault) {
        count++;
        if (kept.size() < MOST_KEPT) {
            kept.add(fault);
        }
    }

    public void add(String file, long line, int column, String message) {
        add(new Fault(file, line, column, message));
    }

    /** Adds what may be wrong, and is imported all the same. */
    public void warn(Fault warning) {
        warned++;
        if (keptWarnings.size() < MOST_KEPT) {
            keptWarnings.add(warning);
        }
    }

    public boolean none() {
        return count == 0;
    }

    /** How many were found, also those that are not kept. */
    public long count() {
        return count;
    }

    /** How many warnings there are, also those that are not kept. */
    public long warned() {
        return warned;
    }

    /** At most the first thousand, from the top of each file to its bottom. */
    public List<Fault> warnings() {
        return keptWarnings.stream().sorted(BY_PLACE).toList();
    }

    /** @throws BrokenDataset when anything was found */
    public void stop() {
        if (!none()) {
            throw new BrokenDataset(kept.stream().sorted(BY_PLACE).toList(), count, warnings(), warned);
        }
    }
}
