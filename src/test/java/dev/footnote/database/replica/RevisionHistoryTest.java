package dev.footnote.database.replica;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RevisionHistoryTest {

    private final RevisionHistory history = new RevisionHistory();

    @Test
    void the_age_of_a_revision_starts_when_it_was_last_current() {
        history.current("one", 10);
        history.current("one", 30);
        history.current("two", 40);
        assertThat(history.age("one", 50)).isEqualTo(20);
        assertThat(history.age("two", 50)).isEqualTo(10);
        assertThat(history.age("never seen", 50)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_revision_contains_all_earlier_ones() {
        history.current("one", 10);
        history.current("two", 20);
        assertThat(history.reaches("two", "one")).isTrue();
        assertThat(history.reaches("one", "two")).isFalse();
        assertThat(history.reaches("two", "two")).isTrue();
        assertThat(history.reaches("two", "never seen")).isFalse();
        assertThat(history.reaches("never seen", "never seen")).isTrue();
    }

    @Test
    void old_revisions_are_forgotten() {
        for (int i = 0; i < 2000; i++) {
            history.current("version " + i, i);
        }
        assertThat(history.age("version 0", 2000)).isEqualTo(Long.MAX_VALUE);
        assertThat(history.reaches("version 1999", "version 1500")).isTrue();
    }
}
