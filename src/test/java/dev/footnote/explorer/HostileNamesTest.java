package dev.footnote.explorer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.Door;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.OwnDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Names that could break a page are shown as they are written, and a record with many links has a small page. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class HostileNamesTest {

    @Inject
    DatasetImporter importer;

    @BeforeEach
    void serve() {
        HostileDataset.serve(importer);
    }

    @Test
    void markup_is_text_in_the_page_and_in_its_data() {
        for (String path : new String[] { "/organization/markup", "/organizations", "/source/register",
                "/search?query=alert" }) {
            String page = given().get(path).asString();
            assertThat(page).as(path).doesNotContain("<script>alert", "<b onclick").contains("&lt;script&gt;alert(1)");
        }
    }

    @Test
    void names_of_any_script_and_length_and_ids_of_any_characters_have_pages() {
        assertThat(given().get("/organization/arabic").asString()).contains("<h1 dir=\"auto\">" + HostileDataset.ARABIC);
        assertThat(given().get("/organization/emoji").asString()).contains(HostileDataset.EMOJI);
        String lengthy = given().get("/organization/long").asString();
        assertThat(lengthy).contains(HostileDataset.LONG_NAME, HostileDataset.LONG_TEXT);
        assertThat(lengthy.length()).isLessThan(100_000);
        String list = given().get("/organizations").asString();
        String odd = "/organization/a%20b%2Fc%26d%3Fe%23f%2Bg";
        assertThat(list).contains("href=\"" + odd + "\"");
        assertThat(given().urlEncodingEnabled(false).get(odd).asString()).contains("Odd id");
    }

    @Test
    void a_record_with_many_links_has_a_small_page_in_short_time_and_leads_to_all() {
        given().get("/organization/hub-1");
        long start = System.nanoTime();
        String page = given().get("/organization/hub").asString();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(page.length()).isLessThan(40_000);
        assertThat(page).contains("/affiliations?where=organization%3Ahub\">All " + HostileDataset.LINKS);
        String all = given().urlEncodingEnabled(false).get("/affiliations?where=organization%3Ahub").asString();
        assertThat(all).contains(HostileDataset.LINKS + "</span>", "rel=\"next\"");
        assertThat(Door.tree(given().get("/q/explorer-organization?slug=hub").asString())
                .at("/data/record/members/nodes")).hasSize(20);
    }

    @Test
    void every_page_with_hostile_names_is_valid_html(@TempDir Path folder) throws Exception {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String path : List.of("/", "/organizations", "/organization/markup", "/organization/arabic", "/organization/emoji",
                "/organization/long", "/organization/invisible", "/organization/hub", "/source/register", "/missing",
                "/search?query=alert", "/path?from=person:p0&to=person:p1", "/organization/ring-a")) {
            pages.put(path, given().urlEncodingEnabled(false).get(path).asString());
        }
        assertThat(HtmlValidator.faults(pages, folder)).isEmpty();
    }

    @Test
    void a_name_that_nobody_sees_can_be_clicked_all_the_same() {
        assertThat(given().get("/organizations").asString())
                .contains("<a href=\"/organization/invisible\">organization:invisible</a>");
        assertThat(given().get("/organization/invisible").asString()).contains("<h1 dir=\"auto\">organization:invisible");
    }

    @Test
    void wholes_that_are_parts_of_each_other_end_somewhere() {
        Element tree = Jsoup.parse(given().get("/organization/ring-a").asString()).selectFirst(".tree > ul");
        assertThat(tree.select("a[href^=/organization/]").eachText()).containsExactly("Ring A", "Ring B", "Ring C");
    }
}
