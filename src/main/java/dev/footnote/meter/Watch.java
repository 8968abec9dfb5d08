package dev.footnote.meter;

import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;

/** All that watches a request. */
@Singleton
public class Watch {

    private final Meters meters;
    private final Traces traces;
    private final Journal journal;

    Watch(Meters meters, Traces traces, Journal journal) {
        this.meters = meters;
        this.traces = traces;
        this.journal = journal;
    }

    /** Whether lines are logged. */
    public boolean logs() {
        return journal.isKept();
    }

    /** @param line of the log, without its end */
    public void log(CharSequence line) {
        journal.note(line);
    }

    /** @param headers of the request, which may say whose part it is */
    public Trace trace(UnaryOperator<String> headers) {
        return traces.begin(headers);
    }

    /**
     * @param operation null where it has no name
     * @param codes of the errors, the worst first
     */
    public void answered(String operation, List<String> codes, long nanos) {
        meters.answered(operation, outcome(codes), nanos);
        codes.forEach(meters::refused);
    }

    /** The answer was looked for among those that are kept. */
    public void kept(boolean found) {
        meters.cache(found);
    }

    /** @param codes of the errors, the worst first */
    public static String outcome(List<String> codes) {
        if (codes.isEmpty()) {
            return "answered";
        }
        return switch (codes.get(0)) {
            case "OVERLOADED" -> "overloaded";
            case "INTERNAL" -> "failed";
            default -> "refused";
        };
    }
}
