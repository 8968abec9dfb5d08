package dev.footnote.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

/** What somebody does on the pages in a browser, with and without JavaScript; only where there is a Chromium. */
@QuarkusTest
class JourneyTest extends BrowserTest {

    @Test
    void from_a_name_in_chinese_to_a_footnote_its_document_and_the_query_with_the_keyboard_only() throws Exception {
        browser.open(home);
        browser.value("document.querySelector('.hero input').focus()");
        browser.type("雷军");
        browser.until("document.querySelector('.hero .hits a')");
        browser.press("ArrowDown", 40, "");
        browser.press("Enter", 13, "\r");
        browser.until("location.pathname === '/person/lei-jun'");
        browser.value("document.querySelector('h1 .marks a').focus()");
        browser.press("Enter", 13, "\r");
        browser.until("document.activeElement.matches('.notes .open')");
        assertThat(browser.value("document.querySelector('.open').textContent").asText()).contains("paragraph");
        assertThat(browser.value("document.querySelector('.open').getBoundingClientRect().top"
                + " - document.querySelector('h1 .marks a').getBoundingClientRect().bottom").asDouble()).isBetween(0.0, 40.0);
        browser.press("Escape", 27, "");
        browser.until("document.querySelector('.notes .open') === null && document.activeElement.matches('h1 .marks a')");
        browser.value("document.querySelector('.notes .source').click()");
        browser.until("location.pathname.startsWith('/source/')");
        browser.value("document.querySelector('a[href^=\"/graphiql\"]').click()");
        browser.until("document.querySelector('.graphiql-container')?.textContent.includes('ExplorerSource')");
        browser.until("document.querySelector('.result-window')?.textContent.includes('source:whu-xiaomi')");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void both_ends_of_a_path_are_picked_by_name_and_keep_their_names() throws Exception {
        browser.open(home.resolve("/path"));
        pick("from", "luan jian", "person:luan-jian");
        pick("to", "wuhan univ", "organization:wuhan-university");
        browser.press("Enter", 13, "\r");
        browser.until("location.search === '?from=person%3Aluan-jian&to=organization%3Awuhan-university'");
        browser.until("document.querySelector('#from').value === 'Luan Jian'");
        assertThat(browser.value("document.querySelectorAll('.chain').length").asInt()).isPositive();
        assertThat(browser.complaints()).isEmpty();
    }

    private void pick(String end, String typed, String id) throws InterruptedException {
        browser.value("document.querySelector('#" + end + "').focus()");
        browser.type(typed);
        browser.until("document.querySelector('#" + end + " ~ .hits a')");
        browser.press("ArrowDown", 40, "");
        browser.press("Enter", 13, "\r");
        browser.until("document.querySelector('input[type=hidden][name=" + end + "]').value === '" + id + "'");
    }

    @Test
    void the_slider_shows_the_page_as_it_was_and_its_links_stay_there() throws Exception {
        browser.open(home.resolve("/organization/xiaomi"));
        browser.value("document.querySelector('#at').focus()");
        browser.until("getComputedStyle(document.querySelector('.years')).display !== 'none'");
        browser.value("document.querySelector('.years input').value = 2018");
        browser.value("['input', 'change'].forEach(type => document.querySelector('.years input')"
                + ".dispatchEvent(new Event(type, { bubbles: true })))");
        browser.until("location.search === '?at=2018' && document.querySelector('.notice')");
        assertThat(browser.value("document.querySelector('a[href^=\"/person/lu-weibing\"]') === null").asBoolean()).isTrue();
        browser.value("document.querySelector('.rows a[href=\"/person/cui-baoqiu?at=2018\"]').click()");
        browser.until("location.pathname === '/person/cui-baoqiu' && document.querySelector('#at').value === '2018'");
        browser.value("document.querySelector('.notice a').click()");
        browser.until("location.pathname === '/person/cui-baoqiu' && location.search === ''");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void without_javascript_the_search_and_every_footnote_work() throws Exception {
        browser.send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        browser.open(home.resolve("/search?query=xiaomi"));
        browser.open(home.resolve("/organization/xiaomi#note-2"));
        assertThat(browser.value("getComputedStyle(document.querySelector('#note-2')).position").asText()).isEqualTo("fixed");
        assertThat(browser.value("document.querySelector('form.find').action").asText()).endsWith("/search");
        browser.value("document.querySelector('.find input').value = 'lei jun'; document.querySelector('.find').submit()");
        browser.until("location.search === '?query=lei+jun' && document.querySelector('a[href=\"/person/lei-jun\"]')");
    }

    @Test
    void a_search_is_the_same_on_the_page_as_in_its_query() throws Exception {
        browser.open(home.resolve("/search?query=wuhan"));
        assertThat(browser.value("document.querySelectorAll('.rows li').length").asInt()).isEqualTo(
                Math.min(20, Door.data("{ search(query: \"wuhan\") { totalCount } }").at("/search/totalCount").asInt()));
    }
}
