package dev.footnote.explorer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

/** The graph of the neighbours of a record, and the list beside it. */
@QuarkusTest
class NeighbourGraphTest extends BrowserTest {

    private static final int MOST_OF_ALL_SCRIPTS = 60 * 1024;
    private static final List<String> SCRIPTS = List.of("/explorer.js", "/explorer-graph.js", "/explorer-edit.js",
            "/d3-dispatch.min.js",
            "/d3-force.min.js", "/d3-quadtree.min.js", "/d3-timer.min.js");
    private static final String PLACES = "JSON.stringify([...document.querySelectorAll('.node')]"
            + ".map(node => node.getAttribute('transform')))";

    @BeforeEach
    void open() throws Exception {
        browser.width(1200, 900);
        motion("reduce");
        browser.open(home.resolve("/person/lei-jun"));
        browser.value("document.querySelector('.graph summary').focus()");
        browser.press("Enter", 13, "\r");
        browser.until("document.querySelector('.nodes button')");
    }

    private void motion(String wanted) {
        browser.send("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", wanted))));
    }

    @Test
    void every_neighbour_is_a_point_and_a_line_of_the_list() {
        JsonNode record = Door.tree(given().get("/q/explorer-person-graph?slug=lei-jun").asString()).at("/data/record");
        List<String> labels = record.findValuesAsText("label");
        JsonNode listed = browser.value("[...document.querySelectorAll('.nodes a')].map(link => link.textContent)");
        assertThat(listed).extracting(JsonNode::asText).contains("Lei Jun", "Xiaomi", "Wuhan University")
                .doesNotHaveDuplicates();
        assertThat(labels).contains("Xiaomi", "Wuhan University");
        assertThat(browser.value("document.querySelectorAll('.node').length").asInt()).isEqualTo(listed.size());
        assertThat(browser.value("document.querySelector('.graph [role=status]').textContent").asText())
                .isEqualTo(listed.size() + " records, " + (listed.size() - 1) + " links.");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_keyboard_adds_the_neighbours_of_a_neighbour_and_follows_its_name() throws Exception {
        int before = browser.value("document.querySelectorAll('.node').length").asInt();
        browser.value(
                "[...document.querySelectorAll('.nodes button')].find(one => one.ariaLabel.endsWith('of Xiaomi')).focus()");
        browser.press("Enter", 13, "\r");
        browser.until("document.querySelectorAll('.node').length > " + (before + 10));
        assertThat(browser.value("document.activeElement.textContent").asText()).isEqualTo("Xiaomi");
        assertThat(browser.value("document.querySelectorAll('.edge.on').length").asInt()).isGreaterThan(10);
        browser.press("Enter", 13, "\r");
        browser.until("location.pathname === '/organization/xiaomi'");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void points_move_by_themselves_only_for_readers_who_want_motion() throws Exception {
        String still = browser.value(PLACES).asText();
        Thread.sleep(300);
        assertThat(browser.value(PLACES).asText()).isEqualTo(still);
        motion("no-preference");
        browser.open(home.resolve("/person/lei-jun"));
        browser.value("document.querySelector('.graph').open = true");
        browser.until("document.querySelector('.nodes button')");
        String first = browser.value(PLACES).asText();
        browser.until(PLACES + " !== '" + first + "'");
    }

    @Test
    void all_scripts_together_are_small() throws IOException {
        int size = 0;
        for (String script : SCRIPTS) {
            byte[] content = given().get(script).then().statusCode(200).extract().asByteArray();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(content);
            }
            size += packed.size();
        }
        assertThat(size).isLessThan(MOST_OF_ALL_SCRIPTS);
        assertThat(given().get("/explorer.js").asString()).doesNotContain("d3-");
    }
}
