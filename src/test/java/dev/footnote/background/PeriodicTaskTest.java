package dev.footnote.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** A periodic task continues, whatever one run throws. */
class PeriodicTaskTest {

    private static final Duration ROUND = Duration.ofMillis(1);

    @Test
    void a_failed_run_does_not_stop_later_runs() throws InterruptedException {
        for (Throwable failure : new Throwable[] { new IllegalStateException("one"), new StackOverflowError() }) {
            CountDownLatch runs = new CountDownLatch(3);
            try (PeriodicTask task = PeriodicTask.every(Duration.ZERO, ROUND, "a task of the tests", () -> {
                runs.countDown();
                PeriodicTaskTest.<RuntimeException> fail(failure);
            })) {
                assertThat(runs.await(20, TimeUnit.SECONDS)).as("runs behind %s", failure).isTrue();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void fail(Throwable failure) throws T {
        throw (T) failure;
    }
}
