package dev.footnote.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.junit.QuarkusTest;

/** Every page of the dataset that ships, as its HTML. */
@QuarkusTest
class EveryPageTest {

    private static final int LARGEST = 100_000;

    @Test
    void every_link_leads_somewhere_and_no_page_is_large() {
        assertThat(CrawledPages.all()).containsKeys("/organizations", "/source/whu-xiaomi-joint-laboratory")
                .hasSizeGreaterThan(300).allSatisfy((path, html) -> assertThat(html.getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(LARGEST));
    }

    @Test
    void every_page_is_valid_html(@TempDir Path folder) throws Exception {
        assertThat(HtmlValidator.faults(CrawledPages.all(), folder)).isEmpty();
    }

    @Test
    void a_page_that_is_not_valid_would_be_noticed(@TempDir Path folder) throws Exception {
        assertThat(HtmlValidator.faults(Map.of("/invalid", "<!doctype html><title>Invalid</title><p><div></p>"), folder))
                .anySatisfy(fault -> assertThat(fault).startsWith("/invalid:1").contains("No “p” element in scope"));
    }
}
