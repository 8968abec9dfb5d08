package dev.footnote.explorer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What the pages of the dataset that ships say, and where their links lead. */
@QuarkusTest
class ExplorerTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");
    private static final Pattern NOTE = Pattern.compile("href=\"#note-(\\d+)\"");

    @Test
    void a_record_shows_its_facts_with_footnotes_that_name_document_and_paragraph() {
        String page = page("/person/lei-jun");
        assertThat(page).contains("<title>Lei Jun · Footnote</title>", "Wuhan", "chairman", "held on 25 April 2018",
                "<a href=\"/organization/xiaomi\">Xiaomi</a>", "<a href=\"/source/whu-xiaomi-joint-laboratory\"".replace("<a ",
                        "<a class=\"source\" "),
                "<span class=\"locator\" dir=\"auto\">paragraph 2</span>");
        NOTE.matcher(page).results().forEach(mark -> assertThat(page).contains("<li id=\"note-" + mark.group(1) + "\""));
    }

    @Test
    void a_fact_that_sources_disagree_about_is_marked() {
        assertThat(page("/organization/xiaomi")).contains("class=\"disputed\"", "This place is contested.");
    }

    @Test
    void a_document_shows_what_was_read_in_it_paragraph_by_paragraph() {
        String page = page("/source/whu-xiaomi-joint-laboratory");
        assertThat(page.indexOf("<h3 dir=\"auto\">paragraph 2</h3>")).isPositive()
                .isLessThan(page.indexOf("<h3 dir=\"auto\">paragraph 10</h3>"));
    }

    @Test
    void a_page_shows_what_held_at_a_date_and_its_links_stay_there() {
        assertThat(page("/organization/xiaomi")).contains("href=\"/person/lu-weibing");
        assertThat(page("/organization/xiaomi?at=2018")).doesNotContain("href=\"/person/lu-weibing")
                .contains("As of 2018: only what held then is shown.", "/person/cui-baoqiu?at=2018");
        assertThat(given().get("/organization/xiaomi?at=soon").statusCode()).isEqualTo(400);
    }

    @Test
    void a_list_is_narrowed_down_counted_ordered_and_exported() {
        String page = page("/organizations?where=kind:COMPANY&where=country:CN&sort=-number");
        assertThat(page).contains("Xiaomi").doesNotContain("Wuhan University</a>");
        String csv = LINK.matcher(page).results().map(link -> link.group(1)).filter(link -> link.contains(".csv"))
                .findFirst().orElseThrow();
        List<String> lines = given().urlEncodingEnabled(false).get(csv.replace("&amp;", "&")).asString().lines().toList();
        assertThat(lines).hasSizeGreaterThan(1).first().asString().contains("kind", "country");
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.contains("COMPANY") && line.contains("CN"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "lei jun", "雷军", "leijnu", "lei" })
    void a_name_is_found_as_it_is_typed(String query) {
        assertThat(given().queryParam("query", query).get("/search").asString()).contains("href=\"/person/lei-jun\"");
    }

    @Test
    void the_query_of_a_page_is_a_known_document_with_the_same_data() {
        String page = page("/person/lei-jun");
        assertThat(page).contains("href=\"/q/explorer-person?slug=lei-jun\"", "href=\"/documents/explorer-person.graphql\"",
                "href=\"/graphiql?documentId=explorer-person&amp;variables=%7B%22slug%22%3A%22lei-jun%22%7D\"");
        JsonNode answer = Door.tree(given().get("/q/explorer-person?slug=lei-jun").asString());
        assertThat(answer.at("/data/record/label").asText()).isEqualTo("Lei Jun");
        assertThat(given().get("/documents/explorer-person.graphql").asString()).startsWith("query ExplorerPerson(");
    }

    @Test
    void a_page_is_sent_again_only_when_it_changed() {
        Response first = given().get("/organization/xiaomi");
        assertThat(first.header("Cache-Control")).isEqualTo("public, no-cache");
        Response again = given().header("If-None-Match", first.header("ETag")).get("/organization/xiaomi");
        assertThat(again.statusCode()).isEqualTo(304);
        Response head = given().head("/organization/xiaomi");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(Integer.parseInt(head.header("Content-Length"))).isPositive();
        assertThat(given().post("/organization/xiaomi").statusCode()).isEqualTo(405);
    }

    @Test
    void the_policy_forbids_everything_but_our_own_files_and_forms() {
        assertThat(given().get("/organization/xiaomi").header("Content-Security-Policy")).isEqualTo(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                        + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
        assertThat(page("/organization/xiaomi")).doesNotContain("style=", "onclick", "<style");
    }

    @Test
    void a_path_is_found_by_names_and_every_hop_has_footnotes() {
        String ends = page("/path?from=luan+jian&to=wuhan+university");
        assertThat(ends).contains("Which one?", "href=\"/path?from=person%3Aluan-jian&amp;to=wuhan%20university\"");
        String path = page("/path?from=person:luan-jian&to=organization:wuhan-university");
        assertThat(path).contains("class=\"stop\" href=\"/person/luan-jian\"", "class=\"hop\"", "href=\"#note-1\"");
        assertThat(given().get("/path?from=source:x&to=person:luan-jian").statusCode()).isEqualTo(400);
    }

    @Test
    void parts_and_wholes_are_a_tree_from_the_highest_whole() {
        Element tree = Jsoup.parse(page("/organization/xiaomi-ai-lab")).selectFirst(".tree > ul");
        assertThat(tree.select("> li > p").text()).startsWith("Xiaomi");
        Element committee = tree.selectFirst("> li > ul > li");
        assertThat(committee.select("> p").text()).startsWith("Technical Committee");
        Element self = committee.selectFirst("> ul > li");
        assertThat(self.attr("aria-current")).isEqualTo("true");
        assertThat(self.select("> p").text()).isEqualTo("AI Lab");
        assertThat(self.select("> ul > li > p > span > a").eachText()).containsExactly("Large-Scale Model Team",
                "Speech Generation Team");
        assertThat(self.select("> ul .marks")).hasSize(2);
        assertThat(page("/organization/xiaomi-ai-lab?at=1990")).doesNotContain("class=\"tree\"");
    }

    @Test
    void disagreements_and_gaps_lead_to_their_records() {
        int total = Door.data("{ disagreements { totalCount } }").at("/disagreements/totalCount").asInt();
        assertThat(page("/disagreements")).contains("<span class=\"count\">" + total + "</span>", "contested");
        int undated = Door.data("{ events(filter: { date: { isNull: true } }) { totalCount } }").at("/events/totalCount")
                .asInt();
        assertThat(Jsoup.parse(page("/missing")).select("a[href='/events?where=no%3Adate']").text())
                .isEqualTo(Integer.toString(undated));
        assertThat(page("/events?where=no%3Adate")).contains("<h1>Events <span class=\"count\">" + undated);
    }

    @Test
    void every_page_has_a_form_for_a_date_that_keeps_what_was_chosen() {
        assertThat(Jsoup.parse(page("/organizations?where=kind:COMPANY&sort=name")).select("form.at input[type=hidden]")
                .eachAttr("value")).containsExactly("kind:COMPANY", "name");
        assertThat(Jsoup.parse(page("/?at=2018")).select(".kinds a").eachAttr("href")).contains("/organizations?at=2018")
                .allMatch(href -> href.endsWith("?at=2018"));
        assertThat(page("/search?query=lei&at=2018")).contains("the links on this page lead to what held then",
                "/person/lei-jun?at=2018");
        assertThat(page("/missing?at=2018")).contains("As of 2018: only what held then is shown.");
        assertThat(page("/path?from=person:luan-jian&to=organization:wuhan-university&at=2018"))
                .contains("As of 2018: only what held then is shown.", "No path is known.");
    }

    @Test
    void the_start_page_describes_the_dataset_for_search_engines() {
        JsonNode data = Door.tree(Jsoup.parse(page("/")).selectFirst("script[type=application/ld+json]").data());
        assertThat(data.path("@type").asText()).isEqualTo("Dataset");
        assertThat(data.path("license").asText()).isEqualTo("CC0-1.0");
        assertThat(data.path("name").asText())
                .isEqualTo(Door.data("{ dataset { title } }").at("/dataset/title").asText());
    }

    @Test
    void the_start_page_draws_all_that_is_connected() {
        Element whole = Jsoup.parse(page("/")).selectFirst("svg.whole");
        assertThat(whole.select("a[href='/organization/xiaomi'] > title").text()).isEqualTo("Xiaomi");
        assertThat(whole.select("a[href='/organization/xiaomi'] > text").text()).isEqualTo("Xiaomi");
        assertThat(whole.select("a").eachAttr("href")).doesNotHaveDuplicates().contains("/person/lei-jun",
                "/event/mi-6x-launch").noneMatch(href -> href.startsWith("/topic/"));
        assertThat(page("/").replaceAll("(?s)<svg class=\"whole\".*?</svg>", "")).doesNotContain("<circle");
    }

    @Test
    void what_is_computed_has_no_footnote_and_a_number_has_its_unit() {
        Element facts = Jsoup.parse(page("/figure/xiaomi-2023-q1-revenue")).selectFirst(".facts");
        assertThat(fact(facts, "Value").text()).startsWith("59,500,000,000 CNY");
        assertThat(fact(facts, "Value").select(".marks")).isNotEmpty();
        assertThat(page("/figure/xiaomi-2023-q1-revenue")).contains("<h1 dir=\"auto\">Xiaomi, Q1 2023: revenue 59,500,000,000");
        assertThat(fact(facts, "Implied rate").text()).isEqualTo("7.063153 computed");
        assertThat(fact(facts, "Implied rate").select(".marks")).isEmpty();
        assertThat(facts.select("dt").eachText()).doesNotContain("Unit", "Currency");
    }

    private static Element fact(Element facts, String name) {
        return facts.select("div").stream().filter(one -> one.selectFirst("dt").text().equals(name)).findFirst().orElseThrow()
                .selectFirst("dd");
    }

    @Test
    void a_page_is_cited_with_its_parameters() {
        assertThat(page("/path?from=person:lei-jun&to=organization:wuhan-university")).contains(
                "<span class=\"url\">/path?from=person%3Alei-jun&amp;to=organization%3Awuhan-university</span>");
    }

    @Test
    void dates_and_numbers_are_written_as_the_country_of_the_reader_does() {
        assertThat(page("/organization/xiaomi")).contains("held in May 2023", "held in 2023")
                .doesNotContain("held on May", "held on 2023");
        assertThat(page("/person/lei-jun")).contains("<html lang=\"en-GB\">", "held on 25 April 2018");
        Response american = given().header("Accept-Language", "en-US,en;q=0.5").get("/person/lei-jun");
        assertThat(american.asString()).contains("<html lang=\"en-US\">", "held on April 25, 2018");
        assertThat(american.headers().getValues("Vary")).anyMatch("Accept-Language"::equalsIgnoreCase);
        Response indian = given().header("Accept-Language", "xx, en-IN;q=0.5").get("/figure/xiaomi-2023-q1-rnd-personnel");
        assertThat(indian.asString()).contains("<html lang=\"en-IN\">");
        for (String other : List.of("de-DE, *;q=0.1", "en-QQ", ";;", "en;q=0")) {
            assertThat(given().header("Accept-Language", other).get("/person/lei-jun").asString()).as(other)
                    .contains("<html lang=\"en-GB\">");
        }
    }

    @Test
    void an_address_without_a_record_says_so() {
        Response got = given().get("/organization/nobody");
        assertThat(got.statusCode()).isEqualTo(404);
        assertThat(got.asString()).contains("There is no such record");
        assertThat(given().get("/organization/").statusCode()).isEqualTo(404);
        assertThat(given().get("/nothings").statusCode()).isEqualTo(404);
    }

    private static String page(String path) {
        Response got = given().urlEncodingEnabled(false).get(path);
        assertThat(got.statusCode()).as(path).isEqualTo(200);
        assertThat(got.contentType()).isEqualTo("text/html; charset=utf-8");
        return got.asString();
    }
}
