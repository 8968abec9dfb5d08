package dev.footnote.dataset.datapackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Errors for informal dates and numbers suggest what to write, if that is clear. */
class ValueSuggestionsTest {

    @Test
    void a_date_that_can_be_one_day_only() {
        for (String text : List.of("25.04.2018", "25/04/2018", "4/25/2018", "25-04-2018", "2018/4/25", "2018.04.25",
                "2018-4-25", "2018年4月25日", "20180425", "2018-04-25T00:00:00Z", "April 25, 2018", "apr 25th 2018",
                "25 April 2018", "25. Apr. 2018", "25-Apr-2018")) {
            assertThat(date(text)).as(text).endsWith(" is not in the expected format. Write 2018-04-25.");
        }
        assertThat(date("4.5.2018")).endsWith("Write 2018-05-04.");
        assertThat(date("5/5/2018")).endsWith("Write 2018-05-05.");
    }

    @Test
    void a_date_that_is_less_than_a_day() {
        for (String text : List.of("04/2018", "4.2018", "2018/04", "2018-4", "April 2018", "2018-04-00", "2018年4月")) {
            assertThat(date(text)).as(text).endsWith(" Write 2018-04.");
        }
        assertThat(date("2018-00-00")).endsWith(" Write 2018.");
        assertThat(date("ca. 2018")).contains("Write the year alone");
        assertThat(date("43215")).contains("how a spreadsheet counts days. Write 2018-04-25");
    }

    @Test
    void words_that_begin_like_a_month_are_no_dates() {
        for (String text : List.of("marraskuu 2020", "Separated 2011", "maybe 2011", "5 octets 2012", "Juneau 2010",
                "mart 2020",
                "Mayor 2019", "Decree 5, 2019", "augment 2001")) {
            assertThat(date(text)).as(text).isNull();
            assertThat(ValueSuggestions.clear("PartialDate", text)).as(text).isNull();
        }
        assertThat(date("Sept. 2011")).endsWith("Write 2011-09.");
    }

    @Test
    void only_a_time_follows_a_day() {
        for (String text : List.of("2019-05 or 2019-06", "2019-05-01 or 2019-06-01", "2019-05 10:00", "2019-05-01 to 02",
                "2019-05-01Tuesday", "2019-05-01 30", "2019/05-01", "04/05-2018", "2018.5", "2018-05-01 25:00",
                "2018-05-01T00:00:00 approximately")) {
            assertThat(date(text)).as(text).isNull();
        }
        for (String text : List.of("2018-04-25 10:00", "2018-04-25T10:00:00.5+02:00", "25.04.2018 23:59",
                "25 April 2018, 10:00",
                "2018-04-25 9:30 pm")) {
            assertThat(date(text)).as(text).endsWith("Write 2018-04-25.");
        }
        assertThat(ValueSuggestions.withoutTime("2018-04-25T10:00:00Z")).isEqualTo("2018-04-25");
        assertThat(ValueSuggestions.withoutTime("2018-04-25 or so")).isEqualTo("2018-04-25 or so");
    }

    @Test
    void a_date_that_can_be_two_days() {
        assertThat(date("04/05/2018"))
                .isEqualTo("\"04/05/2018\" can be 2018-05-04 or 2018-04-05. Write the one that is meant.");
    }

    @Test
    void an_ambiguous_date_of_any_kind_is_refused() {
        for (String text : List.of("2018-13", "31.02.2018", "32/13/2018", "25.04.18", "spring 2018", "", "x", "2018-", "99")) {
            assertThat(date(text)).as(text).isNull();
        }
    }

    @Test
    void a_number() {
        assertThat(number("1,234,567")).endsWith("Write 1234567.");
        assertThat(number("1 234.5")).endsWith("Write 1234.5.");
        assertThat(number("1.234,5")).endsWith("Write 1234.5.");
        assertThat(number("18,9")).endsWith("Write 18.9.");
        assertThat(number("1,234")).endsWith("can be 1234 or 1.234. Write the one that is meant.");
        assertThat(number("5.95e10")).endsWith("Write 59500000000.");
        assertThat(number("10 millimetres")).isNull();
        assertThat(number("1e999999999")).isNull();
    }

    @Test
    void a_code() {
        assertThat(ValueSuggestions.of("CurrencyCode", "RMB"))
                .isEqualTo("\"RMB\" is not in the expected format. Write CNY.");
        assertThat(ValueSuggestions.of("CurrencyCode", "usd")).endsWith("Write USD.");
        assertThat(ValueSuggestions.of("CurrencyCode", "yuan")).isNull();
        assertThat(ValueSuggestions.of("CountryCode", "CHN")).endsWith("Write CN.");
        assertThat(ValueSuggestions.of("CountryCode", "de")).endsWith("Write DE.");
        assertThat(ValueSuggestions.of("CountryCode", "UK")).endsWith("Write GB.");
        assertThat(ValueSuggestions.of("CountryCode", "Atlantis")).isNull();
    }

    @Test
    void unambiguous_values_of_foreign_datasets_are_read() {
        assertThat(ValueSuggestions.clear("PartialDate", "2012-1-01")).isEqualTo("2012-01-01");
        assertThat(ValueSuggestions.clear("PartialDate", "04/05/2018")).isNull();
        assertThat(ValueSuggestions.clear("PartialDate", "43215")).isNull();
        assertThat(ValueSuggestions.clear("CountryCode", "CHN")).isEqualTo("CN");
        assertThat(ValueSuggestions.clear("URL", "example.org")).isNull();
    }

    private static String date(String text) {
        return ValueSuggestions.of("PartialDate", text);
    }

    private static String number(String text) {
        return ValueSuggestions.of("Decimal", text);
    }
}
