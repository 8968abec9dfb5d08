package dev.footnote.http;

import io.micrometer.core.instrument.MeterRegistry;

/** The live operations that are open, as the metrics count them. */
public final class OpenOperations {

    private OpenOperations() {
    }

    public static double count(MeterRegistry registry) {
        return registry.get("footnote.live.operations").gauge().value();
    }

    /** Waits also for those of other tests, which leave without waiting for the server to notice. */
    public static void awaitNone(MeterRegistry registry) throws InterruptedException {
        while (count(registry) > 0) {
            Thread.sleep(20);
        }
    }
}
