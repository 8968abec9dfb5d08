package dev.footnote.observability;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counters and timers of responses. It is cheap enough for every request: a meter is created once and then looked up. */
@Singleton
public class GraphQLMetrics {

    private record Request(String operation, String outcome) {
    }

    private record Relation(Timer time, Counter rows) {
    }

    private final MeterRegistry registry;
    private final LabelLimiter names = new LabelLimiter();
    private final Map<Request, Timer> requests = new ConcurrentHashMap<>();
    private final Map<String, Relation> relations = new ConcurrentHashMap<>();
    private final Map<String, Counter> refusals = new ConcurrentHashMap<>();
    private final Counter found;
    private final Counter missed;

    public GraphQLMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.found = cache("hit");
        this.missed = cache("miss");
    }

    private Counter cache(String result) {
        return Counter.builder("footnote.cache").description("Answers looked for among those that are kept")
                .tag("result", result).register(registry);
    }

    /**
     * @param operation null if it has no name
     * @param outcome one of few values
     */
    public void answered(String operation, String outcome, long nanos) {
        Request request = new Request(names.bounded(operation), outcome);
        Timer timer = requests.get(request);
        if (timer == null) {
            timer = requests.computeIfAbsent(request, this::timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Request request) {
        return Timer.builder("footnote.requests").description("Requests by the name of their operation")
                .tag("operation", request.operation()).tag("outcome", request.outcome()).register(registry);
    }

    /** @param relation as named in the schema, such as {@code Person.affiliations}, so that the number of labels is limited */
    public void read(String relation, long nanos, long rows) {
        Relation known = relations.get(relation);
        if (known == null) {
            known = relations.computeIfAbsent(relation, this::relation);
        }
        known.time.record(nanos, TimeUnit.NANOSECONDS);
        known.rows.increment(rows);
    }

    private Relation relation(String name) {
        return new Relation(
                Timer.builder("footnote.reads").description("Statements by what they read").tag("relation", name)
                        .register(registry),
                Counter.builder("footnote.rows").description("Records that were read").tag("relation", name)
                        .register(registry));
    }

    /** Records a lookup in the response cache. */
    public void cache(boolean hit) {
        (hit ? found : missed).increment();
    }

    /** @param code of the error, one of the few codes of the schema */
    public void refused(String code) {
        Counter counter = refusals.get(code);
        if (counter == null) {
            counter = refusals.computeIfAbsent(code, this::exception);
        }
        counter.increment();
    }

    private Counter exception(String code) {
        return Counter.builder("footnote.refusals").description("Requests refused, by the code of the error").tag("code", code)
                .register(registry);
    }

    /** @param number called whenever the metric is read */
    public void inFlight(Supplier<Number> number) {
        Gauge.builder("footnote.requests.in.flight", number).description("Requests that came in and are not answered yet")
                .register(registry);
    }

    /** @param number called whenever the metric is read */
    public void live(Supplier<Number> number) {
        Gauge.builder("footnote.live.operations", number).description("Subscriptions and live queries that are open")
                .register(registry);
    }
}
