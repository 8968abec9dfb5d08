package dev.footnote.desk;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import dev.footnote.limit.Limits;
import dev.footnote.loading.Effort;
import dev.footnote.meter.Meters;

/**
 * Where requests wait for a thread: light ones and heavy ones apart, because otherwise a few that ask for much would
 * have all the others wait. The heavy ones leave a processor to the light ones. Whoever takes too long is stopped.
 */
@Singleton
class Lanes {

    /** A few more than can compute at once, because some wait for the database; many more would only wait for each other. */
    private static final int LIGHT_PER_PROCESSOR = 4;
    private static final int ROUND_MILLISECONDS = 50;
    private static final int STOPPING = 4;

    private final ThreadPoolExecutor light;
    private final ThreadPoolExecutor heavy;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(threads("overdue"));
    /** Several, because a statement of a server that is gone takes long to be cancelled. */
    private final ThreadPoolExecutor stopping = pool("stopping", STOPPING, new LinkedBlockingQueue<>());
    private final Set<Errand> errands = ConcurrentHashMap.newKeySet();
    private final long time;

    Lanes(DeskConfig config, Limits limits, Meters meters) {
        int processors = Runtime.getRuntime().availableProcessors();
        this.light = lane("light", config.threads().orElse(LIGHT_PER_PROCESSOR * processors), config.waiting());
        this.heavy = lane("heavy", Math.max(1, processors - 1), config.waiting());
        this.time = limits.time().toNanos();
        meters.inFlight(errands::size);
        watch.scheduleWithFixedDelay(this::round, ROUND_MILLISECONDS, ROUND_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private static ThreadPoolExecutor lane(String name, int threads, int waiting) {
        return pool(name, threads, new ArrayBlockingQueue<>(waiting));
    }

    private static ThreadPoolExecutor pool(String name, int threads, BlockingQueue<Runnable> queue) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, queue, threads(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory threads(String name) {
        return task -> {
            Thread thread = new Thread(task, "answers, " + name);
            thread.setDaemon(true);
            // the one that started the server, which knows the classes of the drivers
            thread.setContextClassLoader(Lanes.class.getClassLoader());
            return thread;
        };
    }

    /** Work for one request, done on a thread of a lane unless it is late. */
    abstract static class Errand implements Runnable {

        final Effort effort;
        private final long begun = System.nanoTime();
        private final AtomicBoolean stopping = new AtomicBoolean();

        Errand(Effort effort) {
            this.effort = effort;
        }

        /** Called once at most, on any thread, where the time was over before the work was begun. */
        abstract void late();

        private void stop() {
            try {
                effort.stop();
            } finally {
                stopping.set(false);
            }
        }
    }

    /** @return whether there was room to wait; where not, nothing will be called */
    boolean run(Errand errand, boolean isLight) {
        ThreadPoolExecutor lane = isLight ? light : heavy;
        errands.add(errand);
        try {
            lane.execute(() -> {
                try {
                    if (errands.contains(errand)) {
                        errand.run();
                    }
                } finally {
                    errands.remove(errand);
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            errands.remove(errand);
            return false;
        }
    }

    /** Has the work stopped, because nobody waits for it any longer. */
    void abandon(Effort effort) {
        stopping.execute(effort::stop);
    }

    private void round() {
        long now = System.nanoTime();
        for (Errand errand : errands) {
            if (now - errand.begun > time) {
                if (!errand.effort.begun() && errands.remove(errand)) {
                    errand.late();
                }
                if (errand.stopping.compareAndSet(false, true)) {
                    stopping.execute(errand::stop);
                }
            }
        }
    }

    @PreDestroy
    void close() {
        watch.shutdownNow();
        stopping.shutdownNow();
        light.shutdownNow();
        heavy.shutdownNow();
    }
}
