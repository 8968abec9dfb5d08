package dev.footnote.dataset.datapackage;

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

/** Collects the errors and warnings of a dataset, so that its author can correct all of them at once. */
public final class DatasetProblems {

    /**
     * Most problems kept. Further ones are only counted, because nobody reads them and a broken file of a million lines has as
     * many.
     */
    private static final int MOST_KEPT = 1000;
    private static final int MOST_CAUSES = 300;
    /** Number of problems of each cause that are kept in any case. */
    private static final int EXAMPLES = 3;
    /** Most warnings of an earlier import that are remembered, as hashes. Beyond this, some are reported again. */
    private static final int MOST_KNOWN = 100_000;

    /** Order of the output: by file, line and column. Problems are found in another order, but corrected from top to bottom. */
    private static final Comparator<DatasetProblem> BY_PLACE = Comparator.comparing(DatasetProblem::file)
            .thenComparing(DatasetProblem::line)
            .thenComparing(DatasetProblem::column);

    /** Receives every problem as it is found. */
    @FunctionalInterface
    public interface Transcript {

        void add(Severity severity, DatasetProblem problem);
    }

    /** Severity of a problem. */
    public enum Severity {
        FAULT,
        WARNING
    }

    /**
     * All problems of one cause in one column of one file.
     *
     * @param header header of the column; null if no cell is meant
     * @param cause the message without the parts that vary from line to line
     * @param count number of problems
     * @param examples the first of them; at least three if there are as many
     */
    public record Tally(String file, String header, String cause, long count, List<DatasetProblem> examples) {
    }

    /** Key by which problems are counted: they differ only in line and value. */
    private record Cause(String file, String header, String message) {
    }

    private final Transcript transcript;
    private final Tallies problems = new Tallies();
    private final Tallies warnings = new Tallies();
    private final List<DatasetProblem> alarms = new ArrayList<>();
    private Set<Long> known = Set.of();
    private final Set<Long> told = new HashSet<>();
    private long repeated;

    public DatasetProblems() {
        this((severity, problem) -> {
        });
    }

    public DatasetProblems(Transcript transcript) {
        this.transcript = transcript;
    }

    public void add(DatasetProblem problem) {
        if (problems.add(problem)) {
            transcript.add(Severity.FAULT, problem);
        }
    }

    public void add(String file, long line, int column, String message) {
        add(new DatasetProblem(file, line, column, message));
    }

    /** Adds a warning. It does not prevent the import. */
    public void warn(DatasetProblem warning) {
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

    /** Adds a warning that must be noticed, because most of the data may be lost. */
    public void alarm(DatasetProblem warning) {
        alarms.add(warning);
        warn(warning);
    }

    /** Suppresses warnings that were reported before, given by their hashes. */
    public void skip(Collection<Long> hashes) {
        known = Set.copyOf(hashes);
    }

    /** Hashes of all warnings, including those reported before. */
    public Set<Long> hashes() {
        return told;
    }

    public boolean none() {
        return problems.count == 0;
    }

    /** Number of errors, including those not kept. */
    public long count() {
        return problems.count;
    }

    /** Number of warnings, including those not kept. */
    public long warned() {
        return warnings.count;
    }

    /** Number of warnings that were reported before and are not reported again. */
    public long repeated() {
        return repeated;
    }

    /** Warnings that must be noticed. */
    public List<DatasetProblem> alarms() {
        return alarms;
    }

    /** At most a thousand warnings, some of each cause, from the top of each file to its bottom. */
    public List<DatasetProblem> warnings() {
        return sorted(warnings.all());
    }

    static List<DatasetProblem> sorted(Collection<Tally> tallies) {
        return tallies.stream().flatMap(tally -> tally.examples.stream()).sorted(BY_PLACE).toList();
    }

    /** Number of warnings of each cause. */
    public List<Tally> warningTallies() {
        return warnings.all();
    }

    /** Number of errors of each cause. */
    public List<Tally> faultTallies() {
        return problems.all();
    }

    /**
     * Stops the import if there are errors.
     *
     * @throws InvalidDatasetException with all errors and warnings, when there is an error
     */
    public void stop() {
        if (!none()) {
            throw new InvalidDatasetException(problems.all(), warnings.all(), alarms);
        }
    }

    /**
     * Lines of a listing: all problems or, if there are many, three of each cause.
     *
     * @param most largest number of problems that are listed in full
     */
    public static Stream<String> listed(List<Tally> tallies, int most) {
        boolean all = tallies.stream().mapToLong(Tally::count).sum() <= most;
        return all ? sorted(tallies).stream().map(DatasetProblem::toString)
                : tallies.stream().flatMap(DatasetProblems::shortened);
    }

    private static Stream<String> shortened(Tally tally) {
        Stream<String> first = tally.examples.stream().limit(EXAMPLES).map(DatasetProblem::toString);
        long left = tally.count - Math.min(EXAMPLES, tally.examples.size());
        return left == 0 ? first
                : Stream.concat(first, Stream.of("  and " + String.format(Locale.ROOT, "%,d", left) + " more like "
                        + (tally.examples.size() == 1 ? "this one" : "these") + " in " + tally.file
                        + (tally.header == null ? "" : ", column " + tally.header)));
    }

    /** Counts problems by cause, and keeps examples of each cause. */
    private static final class Tallies {

        private static final Cause OTHERS = new Cause("all files", null, "other causes");

        private final Map<Cause, List<DatasetProblem>> kept = new LinkedHashMap<>();
        private final Map<Cause, Long> counts = new LinkedHashMap<>();
        private long count;
        private int size;

        /** @return whether the problem is new, not a repetition at the same place */
        private boolean add(DatasetProblem problem) {
            Cause cause = new Cause(problem.file(), problem.header(), problem.cause());
            if (!kept.containsKey(cause) && kept.size() >= MOST_CAUSES) {
                cause = OTHERS;
            }
            List<DatasetProblem> own = kept.computeIfAbsent(cause, key -> new ArrayList<>(1));
            if (!own.isEmpty() && own.get(own.size() - 1).equals(problem)) {
                return false;
            }
            count++;
            counts.merge(cause, 1L, Long::sum);
            if (size < MOST_KEPT) {
                own.add(problem);
                size++;
            } else if (own.size() < EXAMPLES && shorten()) {
                own.add(problem);
            }
            return true;
        }

        /** Makes room for another problem by removing the last one of the most frequent cause. */
        private boolean shorten() {
            List<DatasetProblem> longest = kept.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
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
