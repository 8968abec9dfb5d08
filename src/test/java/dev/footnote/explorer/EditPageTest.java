package dev.footnote.explorer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.edit.Editor;
import dev.footnote.http.AllowedCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A record is edited on its page by who has a key, and the pages show what was done. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class EditPageTest extends BrowserTest {

    @Test
    void the_form_has_the_values_of_the_record_and_sends_what_was_changed_with_its_source() throws Exception {
        Editor.edit("""
                {"citing": [{"source": "whu-xiaomi-joint-laboratory"}], "changes": [
                  {"organization": {"id": "edit-page", "set": {"name": "Edit page", "kind": "COMPANY", "city": "Wuhan"}}}]}""");
        browser.open(home.resolve("/organization/edit-page"));
        browser.value("document.querySelector('a[href^=\"/edit/\"]').click()");
        browser.until("document.querySelector('.buttons:not([hidden])')");
        assertThat(browser.value("document.querySelector('#set-city').value").asText()).isEqualTo("Wuhan");
        assertThat(browser.value("document.querySelector('#set-kind').value").asText()).isEqualTo("COMPANY");
        fill("#set-city", "Suzhou");
        fill("#key", AllowedCallers.EDITOR);
        press("true");
        browser.until("document.querySelector('.result')?.textContent.includes('names no source')");
        fill("#citing-source", "whu xiaomi");
        browser.until("document.querySelector('.pick .hits a')");
        browser.press("ArrowDown", 40, "");
        browser.press("Enter", 13, "\r");
        fill("#citing-locator", "paragraph 7");
        fill("#summary", "It moved");
        press("true");
        browser.until("document.querySelector('.result del')?.textContent === 'Wuhan'");
        assertThat(record().get("city").asText()).isEqualTo("Wuhan");
        press("false");
        browser.until("document.querySelector('.result p')?.textContent.startsWith('Saved')");
        assertThat(record().get("city").asText()).isEqualTo("Suzhou");
        assertThat(record().at("/citations/nodes/1/field").asText()).isEqualTo("city");
        assertThat(record().at("/citations/nodes/1/locator").asText()).isEqualTo("paragraph 7");
        Document page = Jsoup.parse(given().get("/organization/edit-page").asString());
        assertThat(page.selectFirst("section[aria-labelledby=history] li").text()).startsWith("It moved")
                .endsWith("city: Wuhan → Suzhou");
        assertThat(Jsoup.parse(given().get("/").asString()).selectFirst("section[aria-labelledby=edits] li").text())
                .startsWith("It moved");
    }

    @Test
    void a_change_that_somebody_else_made_meanwhile_is_not_lost() throws Exception {
        Editor.edit("""
                {"citing": [{"source": "whu-xiaomi-joint-laboratory"}], "changes": [
                  {"person": {"id": "edited-twice", "set": {"name": "Edited twice"}}}]}""");
        browser.open(home.resolve("/edit/person:edited-twice"));
        browser.until("document.querySelector('.buttons:not([hidden])')");
        Editor.edit("""
                {"citing": [{"source": "whu-xiaomi-joint-laboratory"}], "changes": [
                  {"person": {"id": "edited-twice", "set": {"hometown": "Wuhan"}}}]}""");
        fill("#set-hometown", "Suzhou");
        fill("#citing-source", "source:whu-xiaomi-joint-laboratory");
        fill("#key", AllowedCallers.EDITOR);
        press("false");
        browser.until("document.querySelector('.result p')?.textContent.startsWith('Nothing was written')");
        assertThat(Editor.ask("{ person(by: {slug: \"edited-twice\"}) { hometown } }").at("/person/hometown").asText())
                .isEqualTo("Wuhan");
    }

    @Test
    void only_records_that_can_be_edited_have_a_form() {
        assertThat(given().get("/edit/person:nobody").statusCode()).isEqualTo(404);
        assertThat(given().get("/edit/edit:1").statusCode()).isEqualTo(404);
        assertThat(given().get("/edit/nonsense").statusCode()).isEqualTo(404);
        assertThat(given().get("/edit/figure:xiaomi-2023-q1-revenue").asString()).contains("Equivalent: amount",
                "value=\"8424000000\"", "data-label=\"Xiaomi, Q1 2023\"");
    }

    private void fill(String input, String text) {
        browser.value("document.querySelector('" + input + "').focus()");
        browser.value("document.querySelector('" + input + "').select()");
        browser.type(text);
    }

    private void press(String dryRun) {
        browser.value("document.querySelector('button[name=dryRun][value=" + dryRun + "]').click()");
    }

    private static JsonNode record() {
        return Door.tree(Door.ask("{ organization(by: {slug: \"edit-page\"}) { city citations { nodes { field locator } } } }"))
                .at("/data/organization");
    }
}
