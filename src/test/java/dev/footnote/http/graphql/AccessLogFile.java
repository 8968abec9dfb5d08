package dev.footnote.http.graphql;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;

/** The lines of the access log that are written while it is open. */
final class AccessLogFile extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("footnote.access");
    private final Level before = logger.getLevel();
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    private AccessLogFile() {
    }

    static AccessLogFile open() {
        AccessLogFile log = new AccessLogFile();
        log.logger.setLevel(Level.INFO);
        log.logger.addHandler(log);
        return log;
    }

    /** The line of a request, which is written a moment after its answer. */
    JsonNode of(String request) throws InterruptedException {
        return with("request", request);
    }

    /** The first line in which a key has a value. */
    JsonNode with(String key, String value) throws InterruptedException {
        for (int i = 0; i < 2000; i++) {
            Optional<JsonNode> line = lines.stream().map(Door::tree)
                    .filter(one -> one.path(key).asText().equals(value)).findFirst();
            if (line.isPresent()) {
                return line.get();
            }
            Thread.sleep(10);
        }
        throw new AssertionError("No line with the " + key + " " + value + " among " + lines);
    }

    @Override
    public void publish(LogRecord record) {
        lines.addAll(record.getMessage().lines().toList());
    }

    @Override
    public void flush() {
        // nothing is held
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(before);
    }
}
