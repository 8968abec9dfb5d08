package dev.footnote.http.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

/** A response is found by all of its request, and by nothing else. */
class CachedResponsesTest {

    private final CachedResponses responses = new CachedResponses(100_000);

    @Test
    void a_response_is_found_by_the_bytes_of_its_request_and_its_form() {
        responses.put(key("{ a }", 1), entry("r1", 10));
        assertThat(responses.get(key("{ a }", 1))).extracting(CachedResponses.Entry::version).isEqualTo("r1");
        assertThat(responses.get(key("{ a }", 2))).isNull();
        assertThat(responses.get(key("{ a} ", 1))).isNull();
    }

    @Test
    void a_later_response_takes_the_place_of_the_one_of_an_earlier_revision() {
        responses.put(key("{ a }", 1), entry("r1", 10));
        responses.put(key("{ a }", 1), entry("r2", 10));
        assertThat(responses.get(key("{ a }", 1)).version()).isEqualTo("r2");
    }

    @Test
    void a_response_that_is_larger_than_the_cache_is_not_kept() throws InterruptedException {
        responses.put(key("{ large }", 1), entry("r1", 200_000));
        // the cache makes room on another thread
        for (int i = 0; responses.get(key("{ large }", 1)) != null && i < 2000; i++) {
            Thread.sleep(10);
        }
        assertThat(responses.get(key("{ large }", 1))).isNull();
    }

    private static CachedResponses.Key key(String request, int form) {
        return new CachedResponses.Key(request.getBytes(StandardCharsets.UTF_8), form);
    }

    private static CachedResponses.Entry entry(String revision, int bytes) {
        return new CachedResponses.Entry(revision, new byte[bytes], false);
    }
}
