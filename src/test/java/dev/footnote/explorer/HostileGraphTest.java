package dev.footnote.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.OwnDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The graph of a record with ten thousand links, and pages with hostile names, in a browser. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class HostileGraphTest extends BrowserTest {

    private static final int MOST = 300;

    @Inject
    DatasetImporter importer;

    @BeforeEach
    void serve() {
        HostileDataset.serve(importer);
    }

    @Test
    void a_graph_has_at_most_300_records_and_says_so() throws Exception {
        browser.send("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        browser.open(home.resolve("/organization/hub"));
        browser.value("document.querySelector('.graph').open = true");
        for (int hub = 1; hub <= HostileDataset.HUBS; hub++) {
            String button = "document.querySelector('.nodes button[aria-label$=\"of Hub " + hub + "\"]')";
            browser.until(button);
            browser.value(button + ".click()");
        }
        browser.until("document.querySelectorAll('.node').length === " + MOST);
        assertThat(browser.value("document.querySelectorAll('.nodes li').length").asInt()).isEqualTo(MOST);
        assertThat(browser.value("document.querySelector('.graph [role=status]').textContent").asText())
                .startsWith("300 records").endsWith("A graph shows no more.");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void no_name_runs_a_script_or_widens_a_small_phone() throws Exception {
        browser.width(320, 640);
        for (String page : List.of("/organizations", "/organization/markup", "/organization/arabic", "/organization/long",
                "/organization/emoji", "/organization/hub", "/source/register", "/search?query=alert")) {
            browser.open(home.resolve(page));
            browser.value("document.querySelectorAll('details').forEach(one => { one.open = true; })");
            assertThat(browser.value("document.documentElement.scrollWidth").asInt()).as(page).isLessThanOrEqualTo(320);
        }
        assertThat(browser.complaints()).isEmpty();
    }
}
