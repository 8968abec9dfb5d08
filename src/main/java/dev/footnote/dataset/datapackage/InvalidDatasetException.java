package dev.footnote.dataset.datapackage;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a dataset cannot be imported. The database is unchanged. */
public final class InvalidDatasetException extends RuntimeException {

    private static final int MOST_LISTED = 50;

    private final transient List<DatasetProblems.Tally> problems;
    private final transient List<DatasetProblems.Tally> warnings;
    private final transient List<DatasetProblem> alarms;

    /** Creates an exception for a dataset with a single problem. */
    public InvalidDatasetException(DatasetProblem problem) {
        this(List.of(new DatasetProblems.Tally(problem.file(), problem.header(), problem.cause(), 1, List.of(problem))),
                List.of(),
                List.of());
    }

    InvalidDatasetException(List<DatasetProblems.Tally> problems, List<DatasetProblems.Tally> warnings,
            List<DatasetProblem> alarms) {
        super(text(problems), null, false, false);
        this.problems = problems;
        this.warnings = warnings;
        this.alarms = alarms;
    }

    private static String text(List<DatasetProblems.Tally> problems) {
        long count = count(problems);
        return "The dataset has " + (count == 1 ? "one fault" : count + " faults") + "; nothing was imported."
                + DatasetProblems.listed(problems, MOST_LISTED).map(line -> "\n  " + line).collect(Collectors.joining());
    }

    private static long count(List<DatasetProblems.Tally> tallies) {
        return tallies.stream().mapToLong(DatasetProblems.Tally::count).sum();
    }

    /** At most a thousand errors, some of each cause. */
    public List<DatasetProblem> found() {
        return DatasetProblems.sorted(problems);
    }

    /** Number of errors of each cause. */
    public List<DatasetProblems.Tally> faultTallies() {
        return problems;
    }

    /** Number of errors, including those not kept. */
    public long count() {
        return count(problems);
    }

    /** At most a thousand warnings. */
    public List<DatasetProblem> warnings() {
        return DatasetProblems.sorted(warnings);
    }

    /** Number of warnings of each cause. */
    public List<DatasetProblems.Tally> warningTallies() {
        return warnings;
    }

    /** Number of warnings, including those not kept. */
    public long warned() {
        return count(warnings);
    }

    /** Warnings that must be noticed. */
    public List<DatasetProblem> alarms() {
        return alarms;
    }

    /** At most a thousand errors, each as {@code file:line:cell: message}. */
    public List<String> problems() {
        return found().stream().map(DatasetProblem::toString).toList();
    }
}
