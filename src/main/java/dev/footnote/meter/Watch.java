package dev.footnote.meter;

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
     * @param code of the error, or null
     */
    public void answered(String operation, String code, long nanos) {
        meters.answered(operation, outcome(code), nanos);
        if (code != null) {
            meters.refused(code);
        }
    }

    /** The answer was looked for among those that are kept. */
    public void kept(boolean found) {
        meters.cache(found);
    }

    /** @param code of the error, or null */
    public static String outcome(String code) {
        if (code == null) {
            return "answered";
        }
        return switch (code) {
            case "OVERLOADED" -> "overloaded";
            case "INTERNAL" -> "failed";
            default -> "refused";
        };
    }
}
