package dev.footnote.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.webjars.WebJarVersionLocator;

import io.quarkus.test.junit.QuarkusTest;

/** Pages of each structure that pages of the dataset that ships have, in a browser. */
@QuarkusTest
class EveryPageInBrowserTest extends BrowserTest {

    private static final String OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })";

    @Test
    void no_page_is_refused_anything_and_none_is_wider_than_a_small_phone() throws Exception {
        browser.width(320, 640);
        for (String page : CrawledPages.ofEachStructure()) {
            browser.open(home.resolve(page));
            browser.value(OPEN_ALL);
            assertThat(browser.value("document.documentElement.scrollWidth").asInt()).as(page).isLessThanOrEqualTo(320);
        }
        assertThat(browser.complaints()).filteredOn(complaint -> !complaint.contains("responded with a status of 40"))
                .isEmpty();
    }

    @Test
    void everybody_can_use_every_page_in_light_and_in_dark() throws Exception {
        String axe = resource(new WebJarVersionLocator().fullPath("axe-core", "axe.min.js"));
        for (String scheme : List.of("light", "dark")) {
            browser.send("Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            for (String page : CrawledPages.ofEachStructure()) {
                browser.open(home.resolve(page));
                browser.value(axe + ";" + OPEN_ALL);
                browser.until("document.querySelector('details[data-graph]') === null || document.querySelector('.nodes li')");
                assertThat(browser.value("axe.run().then(found => found.violations.map(one => one.id + ': '"
                        + " + one.nodes.map(node => node.html).join(' ')))")).as(scheme + " " + page).isEmpty();
            }
        }
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = EveryPageInBrowserTest.class.getResourceAsStream("/" + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
