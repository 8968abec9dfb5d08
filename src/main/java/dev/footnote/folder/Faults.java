package dev.footnote.folder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What was found wrong in a dataset, so that its author can mend all of it at once, and what may be wrong. */
public final class Faults {

    /** More are counted but not kept, because nobody reads them and a broken file of a million lines has as many. */
    private static final int MOST_KEPT = 1000;
    private static final int MOST_CAUSES = 300;
    /** So many of each cause are kept, however many others there are. */
    private static final int EXAMPLES = 3;
    /** Warnings of an earlier import are known by their hashes; of more than these, some are told again. */
    private static final int MOST_KNOWN = 100_000;

    /** Found by line at the first reading, and by kind afterwards; but mended from the top to the bottom. */
    private static final Comparator<Fault> BY_PLACE = Comparator.comparing(Fault::file).thenComparing(Fault::line)
            .thenComparing(Fault::column);

    /** Is told of everything that is found, as it is found. */
    @FunctionalInterface
    public interface Transcript {

        void add(Severity severity, Fault fault);
    }

    /** How bad something is that was found. */
    public enum Severity {
        FAULT,
        WARNING
    }

    /**
     * All that was found of one cause in one column of one file.
     *
     * @param header of the column; null where no cell is meant
     * @param cause the message, without what differs from line to line
     * @param count of all of them
     * @param examples the first of them; at least three, where there are as many
     */
    public record Tally(String file, String header, String cause, long count, List<Fault> examples) {
    }

    /** What is counted as one and the same: it differs in line and value only. */
    private record Cause(String file, String header, String message) {
    }

    private final Transcript transcript;
    private final Tallies faults = new Tallies();
    private final Tallies warnings = new Tallies();
    private final List<Fault> alarms = new ArrayList<>();
    private Set<Long> known = Set.of();
    private final Set<Long> told = new HashSet<>();
    private long repeated;

    public Faults() {
        this((severity, fault) -> {
        });
    }

    public Faults(Transcript transcript) {
        this.transcript = transcript;
    }

    public void add(Fault fault) {
        if (faults.add(fault)) {
            transcript.add(Severity.FAULT, fault);
        }
    }

    public void add(String file, long line, int column, String message) {
        add(new Fault(file, line, column, message));
    }

    /** Adds what may be wrong, and is imported all the same. */
    public void warn(Fault warning) {
        long hash = warning.hash();
        if (told.size() < MOST_KNOWN) {
            told.add(hash);
        }
        if (known.contains(hash)) {
            repeated++;
        } else if (warnings.add(warning)) {
            transcript.add(Severity.WARNING, warning);
        }
    }

    /** Adds a warning that has to be seen, because most of what there is may be lost. */
    public void alarm(Fault warning) {
        alarms.add(warning);
        warn(warning);
    }

    /** Leaves out warnings that were told before, by their hashes. */
    public void skip(Collection<Long> hashes) {
        known = Set.copyOf(hashes);
    }

    /** The hashes of the warnings, also of those that were told before. */
    public Set<Long> hashes() {
        return told;
    }

    public boolean none() {
        return faults.count == 0;
    }

    /** How many were found, also those that are not kept. */
    public long count() {
        return faults.count;
    }

    /** How many warnings there are, also those that are not kept. */
    public long warned() {
        return warnings.count;
    }

    /** How many warnings were told before, and are not told again. */
    public long repeated() {
        return repeated;
    }

    /** The warnings that have to be seen. */
    public List<Fault> alarms() {
        return alarms;
    }

    /** At most a thousand, some of each cause, from the top of each file to its bottom. */
    public List<Fault> warnings() {
        return sorted(warnings.all());
    }

    static List<Fault> sorted(Collection<Tally> tallies) {
        return tallies.stream().flatMap(tally -> tally.examples.stream()).sorted(BY_PLACE).toList();
    }

    /** How many warnings there are of each cause. */
    public List<Tally> warningTallies() {
        return warnings.all();
    }

    /** How many faults there are of each cause. */
    public List<Tally> faultTallies() {
        return faults.all();
    }

    /** @throws BrokenDataset when anything was found */
    public void stop() {
        if (!none()) {
            throw new BrokenDataset(faults.all(), warnings.all(), alarms);
        }
    }

    /**
     * The lines of a listing: all of them or, where that is many, three of each cause.
     *
     * @param most how many are listed in full
     */
    public static Stream<String> listed(List<Tally> tallies, int most) {
        boolean all = tallies.stream().mapToLong(Tally::count).sum() <= most;
        return all ? sorted(tallies).stream().map(Fault::toString) : tallies.stream().flatMap(Faults::shortened);
    }

    private static Stream<String> shortened(Tally tally) {
        Stream<String> first = tally.examples.stream().limit(EXAMPLES).map(Fault::toString);
        long left = tally.count - Math.min(EXAMPLES, tally.examples.size());
        return left == 0 ? first
                : Stream.concat(first, Stream.of("  and " + String.format(Locale.ROOT, "%,d", left) + " more like "
                        + (tally.examples.size() == 1 ? "this one" : "these") + " in " + tally.file
                        + (tally.header == null ? "" : ", column " + tally.header)));
    }

    /** Counts by cause, and keeps a fair share of each. */
    private static final class Tallies {

        private static final Cause OTHERS = new Cause("all files", null, "other causes");

        private final Map<Cause, List<Fault>> kept = new LinkedHashMap<>();
        private final Map<Cause, Long> counts = new LinkedHashMap<>();
        private long count;
        private int size;

        /** @return whether it was not found before, at the very same place */
        private boolean add(Fault fault) {
            Cause cause = new Cause(fault.file(), fault.header(), fault.cause());
            if (!kept.containsKey(cause) && kept.size() >= MOST_CAUSES) {
                cause = OTHERS;
            }
            List<Fault> own = kept.computeIfAbsent(cause, key -> new ArrayList<>(1));
            if (!own.isEmpty() && own.get(own.size() - 1).equals(fault)) {
                return false;
            }
            count++;
            counts.merge(cause, 1L, Long::sum);
            if (size < MOST_KEPT) {
                own.add(fault);
                size++;
            } else if (own.size() < EXAMPLES && shorten()) {
                own.add(fault);
            }
            return true;
        }

        /** Makes room for another one by the last of which there are most. */
        private boolean shorten() {
            List<Fault> longest = kept.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
            return longest.size() > EXAMPLES && longest.remove(longest.size() - 1) != null;
        }

        private List<Tally> all() {
            return kept.entrySet().stream().map(entry -> new Tally(entry.getKey().file, entry.getKey().header,
                    entry.getKey().message, counts.get(entry.getKey()), List.copyOf(entry.getValue())))
                    .sorted(Comparator.comparing(Tally::file).thenComparing(Comparator.comparingLong(Tally::count).reversed()))
                    .toList();
        }
    }
}
