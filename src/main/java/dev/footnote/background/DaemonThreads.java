package dev.footnote.background;

import java.util.concurrent.ThreadFactory;

/** Factory for threads that do not keep the process from ending. */
public final class DaemonThreads {

    private DaemonThreads() {
    }

    /** @param name the name of each thread */
    public static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            // the class loader that started the server, which knows the driver classes
            thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
            return thread;
        };
    }
}
