package dev.footnote.http.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tag stands for one request at one revision, and is compared as RFC 9110 says. */
class ETagTest {

    private static final String TAG = "W/\"abc\"";

    @Test
    void a_tag_changes_with_the_request_with_the_form_and_with_the_revision() {
        String tag = tag("{ a }", 1, "r1");
        assertThat(tag).isEqualTo(tag("{ a }", 1, "r1")).matches("W/\"[A-Za-z0-9_-]{24}\"");
        assertThat(Set.of(tag, tag("{ b }", 1, "r1"), tag("{ a }", 2, "r1"), tag("{ a }", 1, "r2"))).hasSize(4);
    }

    private static String tag(String request, int form, String revision) {
        return ETag.of(request.getBytes(StandardCharsets.UTF_8), form, revision);
    }

    @ParameterizedTest
    @ValueSource(strings = { "W/\"abc\"", "\"abc\"", "*", " * ", "\"x\", W/\"abc\"", "\"x\" ,\"abc\" , \"y\"" })
    void a_header_that_names_the_tag_matches(String header) {
        assertThat(ETag.matches(header, TAG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ",", "abc", "\"ab\"", "\"abcd\"", "W/", "W/abc", "w/\"abc\"", "\"x\", \"y\"" })
    void a_header_that_names_others_does_not(String header) {
        assertThat(ETag.matches(header, TAG)).isFalse();
    }

    @Test
    void no_header_matches_nothing() {
        assertThat(ETag.matches(null, TAG)).isFalse();
    }
}
