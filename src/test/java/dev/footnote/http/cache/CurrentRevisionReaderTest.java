package dev.footnote.http.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The revision of the dataset reaches all callers, whatever one of them does with it. */
@QuarkusTest
class CurrentRevisionReaderTest {

    @Inject
    ResponseCache cache;

    @Test
    void a_failing_listener_does_not_block_others() throws Exception {
        for (int i = 0; i < 3; i++) {
            cache.versions().current(version -> {
                throw new StackOverflowError("by a test");
            });
            CompletableFuture<String> heard = new CompletableFuture<>();
            cache.versions().current(heard::complete);
            assertThat(heard.get(20, TimeUnit.SECONDS)).isNotEmpty();
        }
    }
}
