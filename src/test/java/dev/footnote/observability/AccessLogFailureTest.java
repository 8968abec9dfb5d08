package dev.footnote.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;

/** The access log continues after a failed write. */
class AccessLogFailureTest {

    /** Writes nothing the first time, and then into a queue. */
    private static final class Broken extends Handler {

        final BlockingQueue<String> tried = new LinkedBlockingQueue<>();
        private final AtomicBoolean broken = new AtomicBoolean(true);

        @Override
        public void publish(LogRecord line) {
            tried.add(line.getMessage());
            if (broken.getAndSet(false)) {
                throw new IllegalStateException("The disk is full");
            }
        }

        @Override
        public void flush() {
            // nothing is held
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void the_log_continues_after_a_failed_write() throws InterruptedException {
        Logger logger = Logger.getLogger("footnote.access");
        Level before = logger.getLevel();
        Broken handler = new Broken();
        logger.addHandler(handler);
        logger.setLevel(Level.INFO);
        AccessLog journal = new AccessLog();
        try {
            journal.note("{\"line\":1}");
            assertThat(handler.tried.poll(20, TimeUnit.SECONDS)).contains("\"line\":1");
            journal.note("{\"line\":2}");
            assertThat(handler.tried.poll(20, TimeUnit.SECONDS)).contains("\"line\":2");
        } finally {
            journal.close();
            logger.removeHandler(handler);
            logger.setLevel(before);
        }
    }
}
