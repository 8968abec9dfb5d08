package dev.footnote.query.scheduling;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import dev.footnote.background.DaemonThreads;
import dev.footnote.background.LoggedTask;
import dev.footnote.background.PeriodicTask;
import dev.footnote.observability.GraphQLMetrics;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.execution.CancellationToken;

/**
 * Worker pools for requests. Light and heavy requests have separate pools, because otherwise a few heavy requests would block
 * all others. The heavy pool leaves one processor to light requests. Requests that take too long are stopped.
 */
@Singleton
class WorkerPools {

    /**
     * Somewhat more threads than can compute at once, because some wait for the database; many more would only wait for each
     * other.
     */
    private static final int LIGHT_PER_PROCESSOR = 4;
    private static final Duration ROUND = Duration.ofMillis(50);
    private static final int STOPPING = 4;

    private final ThreadPoolExecutor light;
    private final ThreadPoolExecutor heavy;
    private final PeriodicTask watch;
    /** Several threads, because it takes long to cancel a statement on a server that has disappeared. */
    private final ThreadPoolExecutor stopping = pool("stopping", STOPPING, new LinkedBlockingQueue<>());
    private final Set<Task> tasks = ConcurrentHashMap.newKeySet();
    private final long time;

    WorkerPools(SchedulingConfig config, QueryLimits limits, GraphQLMetrics meters) {
        int processors = Runtime.getRuntime().availableProcessors();
        this.light = lane("light", config.threads().orElse(LIGHT_PER_PROCESSOR * processors), config.waiting());
        this.heavy = lane("heavy", Math.max(1, processors - 1), config.waiting());
        this.time = limits.time().toNanos();
        meters.inFlight(tasks::size);
        this.watch = PeriodicTask.every(ROUND, ROUND, "answers, overdue", this::round);
    }

    private static ThreadPoolExecutor lane(String name, int threads, int waiting) {
        return pool(name, threads, new ArrayBlockingQueue<>(waiting));
    }

    private static ThreadPoolExecutor pool(String name, int threads, BlockingQueue<Runnable> queue) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, queue,
                DaemonThreads.daemons("answers, " + name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** The state of a request's work. It changes once, from waiting to one of the other states, which are final. */
    private enum State {
        WAITING,
        RUNNING,
        EXPIRED
    }

    /** Work for one request. It is either run on a thread of a worker pool, or reported as late; never both. */
    abstract static class Task implements Runnable {

        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        final CancellationToken cancellation;
        private final long begun = System.nanoTime();
        private final AtomicBoolean stopping = new AtomicBoolean();

        Task(CancellationToken cancellation) {
            this.cancellation = cancellation;
        }

        /** Called at most once, on any thread, if the time was over before the work began. */
        abstract void late();

        /** Whether this call is the first to decide the state of the work. */
        private boolean claim(State next) {
            return state.compareAndSet(State.WAITING, next);
        }

        private void stop() {
            try {
                cancellation.stop();
            } finally {
                stopping.set(false);
            }
        }
    }

    /** @return whether the queue had room; if not, neither the work nor {@code late} is called */
    boolean run(Task task, boolean isLight) {
        ThreadPoolExecutor lane = isLight ? light : heavy;
        tasks.add(task);
        try {
            lane.execute(() -> work(task));
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError e) { // the queue is full, or no thread is available
            tasks.remove(task);
            return !task.claim(State.EXPIRED);
        }
    }

    private void work(Task task) {
        try {
            if (task.claim(State.RUNNING)) {
                task.run();
            }
        } finally {
            tasks.remove(task);
        }
    }

    /** Stops the work, because no client waits for it any more. */
    void abandon(CancellationToken cancellation) {
        stopping.execute(new LoggedTask("stopping a request", cancellation::stop));
    }

    private void round() {
        long now = System.nanoTime();
        for (Task task : tasks) {
            if (now - task.begun > time) {
                // each in its own task, because a failure must not prevent the others from being stopped
                LoggedTask.run("ending an overdue request", () -> overdue(task));
            }
        }
    }

    private void overdue(Task task) {
        if (task.claim(State.EXPIRED)) {
            tasks.remove(task);
            task.late();
        } else if (task.stopping.compareAndSet(false, true)) {
            stopping.execute(new LoggedTask("stopping a request", task::stop));
        }
    }

    @PreDestroy
    void close() {
        watch.close();
        stopping.shutdownNow();
        light.shutdownNow();
        heavy.shutdownNow();
    }
}
