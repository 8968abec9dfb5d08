package dev.footnote.explorer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.OwnDatabase;
import dev.footnote.dataset.staging.ProgressListener;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Names that could break a page are shown as they are written, and a record with many links has a small page. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class HostileNamesTest {

    private static final String MARKUP = "</script><script>alert(1)</script><b onclick='x'>\"&{frame.title}";
    private static final String ARABIC = "\u0634\u0631\u0643\u0629 \u202Eabc";
    private static final String EMOJI = "\uD83D\uDC69\u200D\uD83D\uDE80 Rocket";
    private static final int LINKS = 1000;
    private static final Path DATASET = dataset();

    @Inject
    DatasetImporter importer;

    @BeforeEach
    void serve() {
        importer.take(DATASET, ProgressListener.NONE);
    }

    private static Path dataset() {
        try {
            Path folder = Files.createTempDirectory("hostile");
            Files.writeString(folder.resolve("sources.csv"), "id,kind,title,url\nregister,article,\"" + quoted(MARKUP)
                    + "\",https://example.org/?a=1&b=2\n");
            Files.writeString(folder.resolve("organizations.csv"), "id,kind,name,summary,source,locator\n"
                    + row("markup", MARKUP) + row("arabic", ARABIC) + row("emoji", EMOJI) + row("a b/c&d?e#f+g", "Odd id")
                    + row("long", "x".repeat(1990)) + row("hub", "Hub"));
            StringBuilder people = new StringBuilder("id,name,source\n");
            StringBuilder roles = new StringBuilder("id,person,organization,title,kind,source,locator\n");
            for (int i = 0; i < LINKS; i++) {
                people.append("p").append(i).append(",Person ").append(i).append(",register\n");
                roles.append("r").append(i).append(",p").append(i).append(",hub,member,member,register,page ").append(i)
                        .append('\n');
            }
            Files.writeString(folder.resolve("people.csv"), people);
            Files.writeString(folder.resolve("affiliations.csv"), roles);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(String id, String name) {
        return "\"" + id + "\",company,\"" + quoted(name) + "\",\"" + quoted(name.repeat(5)) + "\",register,\"" + quoted(MARKUP)
                + "\"\n";
    }

    private static String quoted(String text) {
        return text.replace("\"", "\"\"");
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
        assertThat(given().get("/organization/arabic").asString()).contains("<h1 dir=\"auto\">" + ARABIC);
        assertThat(given().get("/organization/emoji").asString()).contains(EMOJI);
        assertThat(given().get("/organization/long").statusCode()).isEqualTo(200);
        String list = given().get("/organizations").asString();
        String odd = "/organization/a%20b%2Fc%26d%3Fe%23f%2Bg";
        assertThat(list).contains("href=\"" + odd + "\"");
        assertThat(given().urlEncodingEnabled(false).get(odd).asString()).contains("Odd id");
    }

    @Test
    void a_record_with_many_links_has_a_small_page_and_leads_to_all() {
        String page = given().get("/organization/hub").asString();
        assertThat(page.length()).isLessThan(40_000);
        assertThat(page).contains("/affiliations?where=organization%3Ahub\">All " + LINKS);
        String all = given().urlEncodingEnabled(false).get("/affiliations?where=organization%3Ahub").asString();
        assertThat(all).contains(LINKS + "</span>", "rel=\"next\"");
        assertThat(Door.tree(given().get("/q/explorer-organization?slug=hub").asString())
                .at("/data/record/members/nodes")).hasSize(20);
    }
}
