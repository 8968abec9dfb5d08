package dev.footnote.explorer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import dev.footnote.edit.Editor;
import dev.footnote.http.AllowedCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Growth that a report states is shown and drawn beside the growth that follows from the figures of two years. */
@QuarkusTest
@TestProfile(AllowedCallers.class)
class GrowthChartTest {

    private static final String TWO_YEARS = """
            {"citing": [{"source": "whu-xiaomi-joint-laboratory"}], "changes": [
              {"organization": {"id": "grower", "set": {"name": "Grower", "kind": "COMPANY"}}},
              {"financialReport": {"id": "grower-2021", "set": {"organization": "grower", "fiscalYear": 2021, "period": "FY",
                "currency": "CNY", "revision": 1}}},
              {"financialReport": {"id": "grower-2022", "set": {"organization": "grower", "fiscalYear": 2022, "period": "FY",
                "currency": "CNY", "revision": 1}}},
              {"figure": {"id": "grower-2021-revenue", "set": {"report": "grower-2021", "metric": "revenue", "value": "200000",
                "unit": "MONEY", "currency": "CNY", "qualifier": "EXACT"}}},
              {"figure": {"id": "grower-2022-revenue", "set": {"report": "grower-2022", "metric": "revenue", "value": "250000",
                "unit": "MONEY", "currency": "CNY", "qualifier": "EXACT", "growth": "20"}}},
              {"figure": {"id": "grower-2022-profit", "set": {"report": "grower-2022", "metric": "net-profit", "value": "-50000",
                "unit": "MONEY", "currency": "CNY", "qualifier": "EXACT"}}}]}""";

    @Test
    void growth_is_told_and_drawn_as_stated_and_as_computed() {
        assertThat(Editor.edit(TWO_YEARS).get("problems")).isEmpty();
        Element figures = Jsoup.parse(given().get("/financial-report/grower-2022").asString())
                .selectFirst("section[aria-labelledby=figures]");
        assertThat(figures.text()).contains("Wide bars are values.", "revenue 250,000 CNY");
        Element revenue = figures.select("li").stream().filter(one -> one.text().contains("revenue 250,000 CNY")).findFirst()
                .orElseThrow();
        assertThat(revenue.text()).contains("growth 20 stated · 25 computed");
        assertThat(revenue.select("rect").eachAttr("width")).containsExactly("100.00%", "80.00%", "100.00%");
        assertThat(revenue.select("rect").eachAttr("class")).containsExactly("stated", "stated", "computed");
        assertThat(revenue.selectFirst("a").attr("href")).isEqualTo("/figure/grower-2022-revenue");
        Element profit = figures.select("li").stream().filter(one -> one.text().contains("net-profit -50,000 CNY")).findFirst()
                .orElseThrow();
        assertThat(profit.select("rect").eachAttr("class")).containsExactly("negative");
        assertThat(profit.select("rect").eachAttr("width")).containsExactly("20.00%");
    }
}
