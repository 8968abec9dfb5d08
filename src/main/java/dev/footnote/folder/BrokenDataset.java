package dev.footnote.folder;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a dataset cannot be imported; the database is as it was. */
public final class BrokenDataset extends RuntimeException {

    private final transient List<Fault> faults;
    private final long count;

    public BrokenDataset(List<Fault> faults, long count) {
        super(text(faults, count), null, false, false);
        this.faults = faults;
        this.count = count;
    }

    private static String text(List<Fault> faults, long count) {
        return "The dataset has " + (count == 1 ? "one fault" : count + " faults") + "; nothing was imported."
                + faults.stream().map(fault -> "\n  " + fault).collect(Collectors.joining())
                + (count > faults.size() ? "\n  and " + (count - faults.size()) + " more" : "");
    }

    /** At most the first thousand. */
    public List<Fault> found() {
        return faults;
    }

    /** How many there are, also those beyond the first thousand. */
    public long count() {
        return count;
    }

    /** At most the first thousand, each as {@code file:line:cell: message}. */
    public List<String> faults() {
        return faults.stream().map(Fault::toString).toList();
    }
}
