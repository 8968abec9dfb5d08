package dev.footnote.meter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts and times what is answered. Cheap enough for every request: a meter is made once and then only found. */
@Singleton
public class Meters {

    private record Request(String operation, String outcome) {
    }

    private record Relation(Timer time, Counter rows) {
    }

    private final MeterRegistry registry;
    private final Names names = new Names();
    private final Map<Request, Timer> requests = new ConcurrentHashMap<>();
    private final Map<String, Relation> relations = new ConcurrentHashMap<>();
    private final Map<String, Counter> refusals = new ConcurrentHashMap<>();
    private final Counter found;
    private final Counter missed;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.found = cache("hit");
        this.missed = cache("miss");
    }

    private Counter cache(String result) {
        return Counter.builder("footnote.cache").description("Answers looked for among those that are kept")
                .tag("result", result).register(registry);
    }

    /**
     * @param operation null where it has no name
     * @param outcome one of few words
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

    /** @param relation as the schema has it, such as {@code Person.affiliations}, so that there are only so many */
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

    /** An answer was looked for among those that are kept. */
    public void cache(boolean hit) {
        (hit ? found : missed).increment();
    }

    /** @param code of the error, one of the schema's few */
    public void refused(String code) {
        Counter counter = refusals.get(code);
        if (counter == null) {
            counter = refusals.computeIfAbsent(code, this::refusal);
        }
        counter.increment();
    }

    private Counter refusal(String code) {
        return Counter.builder("footnote.refusals").description("Requests refused, by the code of the error").tag("code", code)
                .register(registry);
    }

    /** @param number asked whenever somebody looks */
    public void inFlight(Supplier<Number> number) {
        Gauge.builder("footnote.requests.in.flight", number).description("Requests that came in and are not answered yet")
                .register(registry);
    }
}
