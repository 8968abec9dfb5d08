package dev.footnote.dataset.datapackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

/** An informal amount is never accepted silently: the message shows the likely value to confirm. */
class NumberGuesserTest {

    @Test
    void a_sign_a_unit_or_a_word_is_shown_with_its_reading() {
        Map.ofEntries(Map.entry("(500)", "-500"), Map.entry("($1,234.50)", "-1234.50"), Map.entry("\u22125", "-5"),
                Map.entry("\u2013 7", "-7"), Map.entry("500-", "-500"), Map.entry("+5", "5"), Map.entry("5%", "5"),
                Map.entry("5 %", "5"), Map.entry("-2,5%", "-2.5"), Map.entry("\u20ac95", "95"), Map.entry("EUR 95", "95"),
                Map.entry("95 kr", "95"), Map.entry("US$ 12.5", "12.5"), Map.entry("-$5", "-5"), Map.entry("5k", "5000"),
                Map.entry("1.5m", "1500000"), Map.entry("\u20ac2.5 bn", "2500000000"), Map.entry("10 million", "10000000"),
                Map.entry("3\u4e07", "30000")).forEach((text, number) -> {
                    assertThat(ValueSuggestions.of("Decimal", text)).as(text)
                            .isEqualTo("\"" + text + "\" is not a bare number. It may mean " + number
                                    + "; write that if it does.");
                    assertThat(ValueSuggestions.clear("Decimal", text)).as(text).isNull();
                });
    }

    @Test
    void blanks_and_apostrophes_of_any_kind_group_digits() {
        for (String blank : new String[] { " ", "\u00a0", "\u202f", "\u2009" }) {
            String text = "1" + blank + "234,56";
            assertThat(ValueSuggestions.of("Decimal", text)).as(text).contains("may mean 1234.56;");
        }
        assertThat(ValueSuggestions.of("Decimal", "1'234.50")).endsWith(" Write 1234.50.");
        assertThat(ValueSuggestions.of("Decimal", "1\u2019234.50")).contains("may mean 1234.50;");
        assertThat(ValueSuggestions.of("Decimal", "12,34,567")).contains("1234567");
        assertThat(ValueSuggestions.of("Decimal", "\uff11\uff12\uff13")).contains("may mean 123;");
        assertThat(ValueSuggestions.of("Decimal", "\u0661\u0662\u0663\u066b\u0665")).contains("may mean 123.5;");
        assertThat(ValueSuggestions.of("Int", "2 023")).contains("2023");
        assertThat(ValueSuggestions.of("Decimal", ".5")).endsWith(" Write 0.5.");
    }

    @Test
    void an_ambiguous_number_is_not_interpreted() {
        assertThat(ValueSuggestions.of("Decimal", "\u20ac1.234"))
                .isEqualTo("\"\u20ac1.234\" can be 1234 or 1.234. Write the one that is"
                        + " meant.");
        assertThat(ValueSuggestions.clear("Decimal", "1,234")).isNull();
    }

    @Test
    void text_that_is_no_number_has_no_suggestion() {
        for (String text : new String[] { "n/a", "5 apples", "1-2", "12/5", "1,2,3", "5 5", "--5", "(", "()", "k", "%", "1e999",
                "ABC 5", "five" }) {
            assertThat(ValueSuggestions.of("Decimal", text)).as(text).isNull();
        }
    }
}
