package dev.footnote.folder;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a dataset cannot be imported; the database is as it was. */
public final class BrokenDataset extends RuntimeException {

    private static final int MOST_LISTED = 50;

    private final transient List<Faults.Tally> faults;
    private final transient List<Faults.Tally> warnings;
    private final transient List<Fault> alarms;

    /** One that is wrong as a whole. */
    public BrokenDataset(Fault fault) {
        this(List.of(new Faults.Tally(fault.file(), fault.header(), fault.cause(), 1, List.of(fault))), List.of(), List.of());
    }

    BrokenDataset(List<Faults.Tally> faults, List<Faults.Tally> warnings, List<Fault> alarms) {
        super(text(faults), null, false, false);
        this.faults = faults;
        this.warnings = warnings;
        this.alarms = alarms;
    }

    private static String text(List<Faults.Tally> faults) {
        long count = count(faults);
        return "The dataset has " + (count == 1 ? "one fault" : count + " faults") + "; nothing was imported."
                + Faults.listed(faults, MOST_LISTED).map(line -> "\n  " + line).collect(Collectors.joining());
    }

    private static long count(List<Faults.Tally> tallies) {
        return tallies.stream().mapToLong(Faults.Tally::count).sum();
    }

    /** At most a thousand, some of each cause. */
    public List<Fault> found() {
        return Faults.sorted(faults);
    }

    /** How many there are of each cause. */
    public List<Faults.Tally> faultTallies() {
        return faults;
    }

    /** How many there are, also those that are not kept. */
    public long count() {
        return count(faults);
    }

    /** What may be wrong beside that; at most a thousand. */
    public List<Fault> warnings() {
        return Faults.sorted(warnings);
    }

    /** How many warnings there are of each cause. */
    public List<Faults.Tally> warningTallies() {
        return warnings;
    }

    /** How many warnings there are, also those that are not kept. */
    public long warned() {
        return count(warnings);
    }

    /** The warnings that have to be seen. */
    public List<Fault> alarms() {
        return alarms;
    }

    /** At most a thousand, each as {@code file:line:cell: message}. */
    public List<String> faults() {
        return found().stream().map(Fault::toString).toList();
    }
}
