package dev.footnote.http.security;

import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;

/** Delays the refusal of wrong credentials by one second, to slow down guessing. Valid credentials never wait. */
public final class SlowRefusal {

    private static final int PAUSE_MILLISECONDS = 1000;
    /** Most refusals that wait. Further ones are sent at once, so that waiting requests do not fill the memory. */
    private static final int MOST_WAITING = 20;
    private static final AtomicInteger WAITING = new AtomicInteger();

    private SlowRefusal() {
    }

    /** Runs the refusal after the pause. */
    public static void after(Vertx vertx, Runnable refusal) {
        if (WAITING.incrementAndGet() > MOST_WAITING) {
            WAITING.decrementAndGet();
            refusal.run();
            return;
        }
        vertx.setTimer(PAUSE_MILLISECONDS, late -> {
            WAITING.decrementAndGet();
            refusal.run();
        });
    }
}
