package dev.footnote.observability;

import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;

/** The logging, tracing and metrics of a request. */
@Singleton
public class RequestObserver {

    private final GraphQLMetrics meters;
    private final Tracing traces;
    private final AccessLog journal;

    RequestObserver(GraphQLMetrics meters, Tracing traces, AccessLog journal) {
        this.meters = meters;
        this.traces = traces;
        this.journal = journal;
    }

    /** Whether lines are logged. */
    public boolean logs() {
        return journal.isKept();
    }

    /** @param line of the log, without the line end */
    public void log(CharSequence line) {
        journal.note(line);
    }

    /** @param headers of the request, which may contain the parent trace */
    public RequestSpan trace(UnaryOperator<String> headers) {
        return traces.begin(headers);
    }

    /**
     * @param operation null if it has no name
     * @param codes of the errors, most severe first
     */
    public void answered(String operation, List<String> codes, long nanos) {
        meters.answered(operation, outcome(codes), nanos);
        codes.forEach(meters::refused);
    }

    /** Records a lookup of the response in the cache. */
    public void kept(boolean found) {
        meters.cache(found);
    }

    /** @param codes of the errors, most severe first */
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
