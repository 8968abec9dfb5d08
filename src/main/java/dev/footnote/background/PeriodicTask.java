package dev.footnote.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A task that runs repeatedly on its own daemon thread. If a run fails, the failure is logged, and the next run follows. */
public final class PeriodicTask implements AutoCloseable {

    private final ScheduledExecutorService thread;

    private PeriodicTask(String name) {
        this.thread = Executors.newSingleThreadScheduledExecutor(DaemonThreads.daemons(name));
    }

    /**
     * Starts a task.
     *
     * @param name of the thread, and of the task in the log
     * @param first delay before the first run
     * @param pause between the end of one run and the start of the next
     */
    public static PeriodicTask every(Duration first, Duration pause, String name, Runnable task) {
        PeriodicTask periodic = new PeriodicTask(name);
        periodic.thread.scheduleWithFixedDelay(new LoggedTask(name, task), first.toNanos(), pause.toNanos(),
                TimeUnit.NANOSECONDS);
        return periodic;
    }

    /** Stops the task. A current run is interrupted. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
