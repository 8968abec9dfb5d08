package dev.footnote.scheduling;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A task that runs again and again on a daemon thread of its own. A run that fails is logged, and the next one follows. */
public final class Periodic implements AutoCloseable {

    private final ScheduledExecutorService thread;

    private Periodic(String name) {
        this.thread = Executors.newSingleThreadScheduledExecutor(Threads.daemons(name));
    }

    /**
     * Starts a task.
     *
     * @param name of the thread, and what the task is called in the log
     * @param first ahead of the first run
     * @param pause between the end of one and the beginning of the next
     */
    public static Periodic every(Duration first, Duration pause, String name, Runnable task) {
        Periodic periodic = new Periodic(name);
        periodic.thread.scheduleWithFixedDelay(new Guarded(name, task), first.toNanos(), pause.toNanos(),
                TimeUnit.NANOSECONDS);
        return periodic;
    }

    /** Ends it; a run that is under way is interrupted. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
