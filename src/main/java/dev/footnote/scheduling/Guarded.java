package dev.footnote.scheduling;

import org.jboss.logging.Logger;

/** A task whose failure is logged and goes no further, because others depend on the thread that runs it. */
public final class Guarded implements Runnable {

    private static final Logger LOG = Logger.getLogger(Guarded.class);

    private final String name;
    private final Runnable task;

    /** @param name what the task is called in the log */
    public Guarded(String name, Runnable task) {
        this.name = name;
        this.task = task;
    }

    /** Runs a task and logs its failure. */
    public static void run(String name, Runnable task) {
        new Guarded(name, task).run();
    }

    @Override
    public void run() {
        try {
            task.run();
        } catch (Throwable failure) { // errors too: a thread that ends by one serves nobody any more
            log(failure);
        }
    }

    private void log(Throwable failure) {
        try {
            LOG.errorf(failure, "The task \"%s\" failed and goes on", name);
        } catch (RuntimeException e) {
            failure.addSuppressed(e); // the log itself is what fails, and nobody can be told
        }
    }
}
