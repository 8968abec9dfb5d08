package dev.footnote.wire;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import dev.footnote.answer.Answer;
import dev.footnote.answer.Cost;
import dev.footnote.answer.Ready;
import dev.footnote.desk.Desk;
import dev.footnote.loading.Effort;
import dev.footnote.meter.Trace;
import dev.footnote.meter.Watch;
import dev.footnote.question.Fault;

/** A request by any way in, as it is counted, followed and logged. */
abstract class Asking implements Desk.Asker {

    private final Effort effort;
    private final Watch watch;
    private final Trace trace;
    private final long begun = System.nanoTime();
    /** What it asks, where it comes that far. */
    private Ready ready;
    private Cost cost = Cost.NONE;
    private List<String> codes = List.of();
    private boolean noted;
    private boolean kept;

    /** @param headers that say whose part it is */
    Asking(Effort effort, Watch watch, UnaryOperator<String> headers) {
        this.effort = effort;
        this.watch = watch;
        this.trace = watch.trace(headers);
    }

    @Override
    public Effort effort() {
        return effort;
    }

    @Override
    public void understood(Ready ready) {
        this.ready = ready;
    }

    /** Whether answering it again would take longer than to find out whether the answer still holds. */
    boolean worthKeeping() {
        return ready == null || !ready.trivial();
    }

    void took(Answer answer) {
        took(answer.cost(), answer.codes());
    }

    /** @param errors of what went wrong, the worst first */
    public void took(Cost spent, List<Fault.Code> errors) {
        cost = spent;
        codes = errors.stream().map(Enum::name).toList();
    }

    /** It was looked for among the answers that are kept. */
    void looked(boolean found) {
        kept = found;
        watch.kept(found);
    }

    /**
     * It is over. Only the first end counts.
     *
     * @param bytes of the answer
     */
    void note(String method, int status, long bytes) {
        if (noted) {
            return;
        }
        noted = true;
        long nanoseconds = System.nanoTime() - begun;
        String operation = ready == null ? null : ready.name();
        watch.answered(operation, codes, nanoseconds);
        if (ready != null) {
            trace.asks(operation, ready.prepared().hash());
        }
        trace.took(cost.statements(), cost.rows(), cost.actual());
        trace.end(Watch.outcome(codes), status >= 500);
        if (watch.logs()) {
            log(method, status, bytes, TimeUnit.NANOSECONDS.toMicros(nanoseconds));
        }
    }

    /** Known also where there was no time to begin. */
    private long estimated() {
        return cost.estimated() == 0 && ready != null ? ready.estimate() : cost.estimated();
    }

    boolean isNoted() {
        return noted;
    }

    /** A line of JSON. It never holds variables or documents, because these may hold what is private. */
    private void log(String method, int status, long bytes, long microseconds) {
        // nothing in it needs to be escaped: tokens of HTTP, names of GraphQL, numbers
        StringBuilder line = new StringBuilder(256).append("{\"time\":")
                .append(System.currentTimeMillis()).append(",\"request\":\"").append(effort.id()).append("\",\"method\":\"")
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
