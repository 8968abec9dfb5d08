package dev.footnote.http.graphql;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Records what the server logs with a stack trace. */
public final class Logged extends Handler implements AutoCloseable {

    private final List<LogRecord> stacks = new CopyOnWriteArrayList<>();

    public Logged() {
        Logger.getLogger("").addHandler(this);
    }

    public List<String> stacks() {
        return stacks.stream().map(one -> one.getLoggerName() + ": " + one.getMessage() + " " + one.getThrown()).toList();
    }

    @Override
    public void publish(LogRecord told) {
        if (told.getThrown() != null) {
            stacks.add(told);
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
