package dev.footnote.scheduling;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep the process from ending. */
public final class Threads {

    private Threads() {
    }

    /** @param name that each of the threads has */
    public static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            // the one that started the server, which knows the classes of the drivers
            thread.setContextClassLoader(Threads.class.getClassLoader());
            return thread;
        };
    }
}
