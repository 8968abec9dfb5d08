package dev.footnote.background;

import org.jboss.logging.Logger;

/** A task whose failure is logged and not propagated, because other work depends on the thread that runs it. */
public final class LoggedTask implements Runnable {

    private static final Logger LOG = Logger.getLogger(LoggedTask.class);

    private final String name;
    private final Runnable task;

    /** @param name the name of the task in the log */
    public LoggedTask(String name, Runnable task) {
        this.name = name;
        this.task = task;
    }

    /** Runs a task and logs its failure. */
    public static void run(String name, Runnable task) {
        new LoggedTask(name, task).run();
    }

    @Override
    public void run() {
        try {
            task.run();
        } catch (Throwable failure) { // also errors, because an error would end the thread
            log(failure);
        }
    }

    private void log(Throwable failure) {
        try {
            LOG.errorf(failure, "The task \"%s\" failed; its thread continues", name);
        } catch (RuntimeException e) {
            failure.addSuppressed(e); // logging itself fails, and nothing can be reported
        }
    }
}
