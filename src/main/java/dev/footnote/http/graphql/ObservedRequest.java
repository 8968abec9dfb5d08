package dev.footnote.http.graphql;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import dev.footnote.observability.RequestObserver;
import dev.footnote.observability.RequestSpan;
import dev.footnote.query.RequestError;
import dev.footnote.query.execution.CancellationToken;
import dev.footnote.query.execution.ExecutionCost;
import dev.footnote.query.execution.GraphQLResponse;
import dev.footnote.query.execution.PreparedRequest;
import dev.footnote.query.scheduling.RequestScheduler;

/** A request over any protocol, with its metrics, tracing and logging. */
public abstract class ObservedRequest implements RequestScheduler.Asker {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final CancellationToken cancellation;
    private final RequestObserver watch;
    private final RequestSpan trace;
    private final long begun = System.nanoTime();
    /** The prepared request, once it has been prepared. */
    private PreparedRequest ready;
    private ExecutionCost cost = ExecutionCost.NONE;
    private List<String> codes = List.of();
    /** The time until a live operation began, in nanoseconds; 0 for a request that is answered once. */
    private long prepared;
    private boolean noted;
    private boolean kept;

    /** @param headers that contain the parent trace */
    ObservedRequest(CancellationToken cancellation, RequestObserver watch, UnaryOperator<String> headers) {
        this.cancellation = cancellation;
        this.watch = watch;
        this.trace = watch.trace(headers);
    }

    /** @param headers that contain the parent trace, and may contain an id and the minimum revision */
    ObservedRequest(RequestObserver watch, UnaryOperator<String> headers) {
        this(cancellation(headers.apply("x-request-id"), headers.apply("footnote-revision")), watch, headers);
    }

    private static CancellationToken cancellation(String id, String revision) {
        return new CancellationToken(id != null && ID.matcher(id).matches() ? id : CancellationToken.name(), revision);
    }

    @Override
    public CancellationToken cancellation() {
        return cancellation;
    }

    @Override
    public void understood(PreparedRequest ready) {
        this.ready = ready;
    }

    /** Whether a new response would take longer than to check that the cached one is still valid. */
    protected boolean worthKeeping() {
        return ready == null || !ready.trivial() && !ready.mutates();
    }

    void took(GraphQLResponse answer) {
        took(answer.cost(), answer.codes());
    }

    /** @param errors the error codes, most severe first */
    public void took(ExecutionCost spent, List<RequestError.Code> errors) {
        cost = spent;
        codes = errors.stream().map(Enum::name).toList();
    }

    /** Records the result of a cache lookup. */
    void cacheLookup(boolean found) {
        kept = found;
        watch.kept(found);
    }

    /** Records that events follow. How long the client stays says nothing about the server, and is no time of the request. */
    void live() {
        prepared = System.nanoTime() - begun;
    }

    /**
     * Records the end of the request. Only the first call counts.
     *
     * @param bytes of the response
     */
    void note(String method, int status, long bytes) {
        if (noted) {
            return;
        }
        noted = true;
        long nanoseconds = System.nanoTime() - begun;
        String operation = ready == null ? null : ready.name();
        watch.answered(operation, codes, prepared == 0 ? nanoseconds : prepared);
        if (ready != null) {
            trace.asks(operation, ready.prepared().hash());
        }
        trace.took(cost.statements(), cost.rows(), cost.actual());
        trace.end(RequestObserver.outcome(codes), status >= 500);
        if (watch.logs()) {
            log(method, status, bytes, TimeUnit.NANOSECONDS.toMicros(nanoseconds));
        }
    }

    /** The estimated cost, also known if there was no time to begin. */
    private long estimated() {
        return cost.estimated() == 0 && ready != null ? ready.estimate() : cost.estimated();
    }

    boolean isNoted() {
        return noted;
    }

    /** Writes the log line as JSON. It never contains variables or documents, because these may contain private data. */
    private void log(String method, int status, long bytes, long microseconds) {
        // nothing needs escaping: HTTP tokens, GraphQL names, numbers
        StringBuilder line = new StringBuilder(256).append("{\"time\":")
                .append(System.currentTimeMillis()).append(",\"request\":\"").append(cancellation.id())
                .append("\",\"method\":\"")
                .append(method).append("\",\"status\":").append(status);
        if (ready != null) {
            if (ready.name() != null) {
                line.append(",\"operation\":\"").append(ready.name()).append('"');
            }
            line.append(",\"document\":\"").append(ready.prepared().hash()).append('"');
        }
        if (!codes.isEmpty()) {
            line.append(",\"code\":\"").append(codes.get(0)).append('"');
        }
        if (codes.size() > 1) {
            line.append(",\"codes\":[\"").append(String.join("\",\"", codes)).append("\"]");
        }
        watch.log(line.append(",\"estimated\":").append(estimated()).append(",\"actual\":").append(cost.actual())
                .append(",\"statements\":").append(cost.statements()).append(",\"rows\":").append(cost.rows())
                .append(",\"kept\":").append(kept).append(",\"bytes\":").append(bytes).append(",\"microseconds\":")
                .append(microseconds).append('}'));
    }
}
