package dev.footnote.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A connection keeps one large answer in memory, however many operations it has. */
class PendingWritesTest {

    private static final int LARGE = 16 << 20;

    @Test
    void a_second_large_answer_waits_until_the_first_was_sent() {
        PendingWrites pending = new PendingWrites();
        assertThat(pending.add(LARGE)).isTrue();
        assertThat(pending.isReady()).isFalse();
        assertThat(pending.add(1)).isFalse();
        pending.remove(LARGE);
        assertThat(pending.isEmpty()).isTrue();
        assertThat(pending.add(LARGE)).isTrue();
    }

    @Test
    void small_answers_need_not_wait_for_each_other() {
        PendingWrites pending = new PendingWrites();
        assertThat(pending.add(100) && pending.add(100)).isTrue();
    }
}
