package dev.footnote.folder;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a dataset cannot be imported; the database is as it was. */
public final class BrokenDataset extends RuntimeException {

    private final transient List<Fault> faults;
    private final long count;
    private final transient List<Fault> warnings;
    private final long warned;

    /** One that is wrong as a whole. */
    public BrokenDataset(Fault fault) {
        this(List.of(fault), 1, List.of(), 0);
    }

    BrokenDataset(List<Fault> faults, long count, List<Fault> warnings, long warned) {
        super(text(faults, count), null, false, false);
        this.faults = faults;
        this.count = count;
        this.warnings = warnings;
        this.warned = warned;
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

    /** What may be wrong beside that; at most the first thousand. */
    public List<Fault> warnings() {
        return warnings;
    }

    /** How many warnings there are, also those beyond the first thousand. */
    public long warned() {
        return warned;
    }

    /** At most the first thousand, each as {@code file:line:cell: message}. */
    public List<String> faults() {
        return faults.stream().map(Fault::toString).toList();
    }
}
