package dev.footnote.observability;

import java.time.Duration;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.background.PeriodicTask;

/**
 * The log of requests. Lines are written in batches, ten times a second, because writing each line separately costs as much as
 * a response.
 */
@Singleton
public class AccessLog {

    private static final Logger LOG = Logger.getLogger("footnote.access");
    private static final Duration ROUND = Duration.ofMillis(100);

    /** Maximum number of characters held while the lines cannot be written. Further lines are dropped and counted. */
    private static final int MOST_CHARACTERS = 4 << 20;

    private final PeriodicTask writer;
    private final StringBuilder lines = new StringBuilder();
    private long dropped;

    AccessLog() {
        writer = PeriodicTask.every(ROUND, ROUND, "access log", this::write);
    }

    boolean isKept() {
        return LOG.isInfoEnabled();
    }

    synchronized void note(CharSequence line) {
        if (lines.length() > MOST_CHARACTERS) {
            dropped++;
            return;
        }
        if (lines.length() > 0) {
            lines.append('\n');
        }
        lines.append(line);
    }

    private void write() {
        String together = together();
        if (!together.isEmpty()) {
            LOG.info(together);
        }
    }

    private synchronized String together() {
        if (dropped > 0) {
            lines.append("\n{\"dropped\":").append(dropped).append('}');
            dropped = 0;
        }
        String together = lines.toString();
        lines.setLength(0);
        return together;
    }

    @PreDestroy
    void close() {
        writer.close();
        write();
    }
}
