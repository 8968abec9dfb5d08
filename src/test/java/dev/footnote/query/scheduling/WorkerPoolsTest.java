package dev.footnote.query.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.footnote.observability.GraphQLMetrics;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.execution.CancellationToken;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Every request gets exactly one response: its result, or a refusal if it could not start in time. */
class WorkerPoolsTest {

    private static final SmallRyeConfig CONFIG = new SmallRyeConfigBuilder().withMapping(QueryLimits.class)
            .withMapping(SchedulingConfig.class).withDefaultValue("footnote.limits.time", "PT0.06S")
            .withDefaultValue("footnote.scheduling.threads", "1").withDefaultValue("footnote.scheduling.waiting", "2").build();

    private final WorkerPools lanes = new WorkerPools(CONFIG.getConfigMapping(SchedulingConfig.class),
            CONFIG.getConfigMapping(QueryLimits.class),
            new GraphQLMetrics(new SimpleMeterRegistry()));

    @AfterEach
    void close() {
        lanes.close();
    }

    /** Work that waits until it may go on, without having begun to read anything. */
    private static final class Work extends WorkerPools.Task {

        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch may = new CountDownLatch(1);
        final CountDownLatch ended = new CountDownLatch(1);
        final CountDownLatch turnedAway = new CountDownLatch(1);
        final AtomicInteger answers = new AtomicInteger();

        Work() {
            super(new CancellationToken());
        }

        boolean stopped() {
            return cancellation.stopped();
        }

        @Override
        public void run() {
            begun.countDown();
            try {
                may.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            answers.incrementAndGet();
            ended.countDown();
        }

        @Override
        void late() {
            answers.incrementAndGet();
            turnedAway.countDown();
        }
    }

    @Test
    void work_beyond_its_deadline_is_stopped_and_answered_once() throws Exception {
        Work work = new Work();
        assertThat(lanes.run(work, true)).isTrue();
        await(work.begun);
        await(work::stopped);
        // the round has been there: it has nothing more to say, however often it comes
        assertThat(work.turnedAway.getCount()).isEqualTo(1);
        work.may.countDown();
        await(work.ended);
        assertThat(work.answers).hasValue(1);
    }

    @Test
    void refused_work_is_never_started() throws Exception {
        Work first = new Work();
        Work second = new Work();
        lanes.run(first, true);
        await(first.begun);
        lanes.run(second, true);
        await(second.turnedAway);
        first.may.countDown();
        await(first.ended);
        Work third = new Work();
        lanes.run(third, true);
        third.may.countDown();
        await(third.ended);
        assertThat(second.begun.getCount()).as("behind which the third one waited").isEqualTo(1);
        assertThat(second.answers).hasValue(1);
    }

    @Test
    void a_failing_callback_does_not_block_others() throws Exception {
        Work first = new Work();
        lanes.run(first, true);
        await(first.begun);
        CountDownLatch failed = new CountDownLatch(1);
        lanes.run(new WorkerPools.Task(new CancellationToken()) {

            @Override
            public void run() {
                throw new AssertionError("It was turned away");
            }

            @Override
            void late() {
                failed.countDown();
                throw new StackOverflowError("by a test");
            }
        }, true);
        await(failed);
        Work second = new Work();
        lanes.run(second, true);
        await(second.turnedAway);
        first.may.countDown();
        await(first.ended);
    }

    @Test
    void more_than_may_wait_are_refused_at_once_and_what_is_refused_is_neither_done_nor_late() throws Exception {
        Work first = new Work();
        lanes.run(first, true);
        await(first.begun);
        assertThat(lanes.run(new Work(), true)).isTrue();
        assertThat(lanes.run(new Work(), true)).isTrue();
        Work refused = new Work();
        assertThat(lanes.run(refused, true)).isFalse();
        Work heavy = new Work();
        assertThat(lanes.run(heavy, false)).as("in the other pool").isTrue();
        heavy.may.countDown();
        await(heavy.ended);
        first.may.countDown();
        await(first.ended);
        assertThat(refused.answers).hasValue(0);
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; !condition.getAsBoolean() && i < 2000; i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
