package dev.footnote.dataset.datapackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class HiddenCharactersTest {

    @Test
    void invisible_characters_are_reported() {
        assertThat(HiddenCharacters.of("Xiao\u200bmi")).isEqualTo(
                "The text holds U+200B, which readers cannot see. Remove it if it is not intended.");
        for (String hidden : List.of("\u00ad", "\u202e", "\u2066", "\ufeff", "\ue000", "\ufffd", "\u0007", "\u0085", "\u200d",
                "\u200f")) {
            assertThat(HiddenCharacters.of("Xiao" + hidden + "mi")).as("U+%04x", (int) hidden.charAt(0))
                    .startsWith("The text holds U+");
        }
    }

    @Test
    void leading_and_trailing_blanks_are_reported() {
        for (String text : List.of(" Ann", "Ann ", "\u00a0Ann", "Ann\u3000", "Ann\n", "\u2007Ann")) {
            assertThat(HiddenCharacters.of(text)).as(text).isEqualTo(
                    "There are spaces around the text. Remove them if they are not intended.");
        }
    }

    @Test
    void programs_that_the_scripts_call_are_declared() {
        for (String text : List.of("小米", "Ann\u00a0A", "می\u200cخواهم", "क्\u200dष", "👩\u200d🔬", "🏴\udb40\udc67\udb40\udc7f",
                "שלום\u200f!", "line\r\nline\ttab", "é", "", "e\u0301")) {
            assertThat(HiddenCharacters.of(text)).as(text).isNull();
        }
    }

    @Test
    void a_message_shows_all_of_a_short_text_and_the_beginning_of_a_long_one() {
        assertThat(HiddenCharacters.shown("a\u200bb\u00a0c\nd 小米😀")).isEqualTo("aU+200BbU+00A0cU+000Ad 小米😀");
        assertThat(HiddenCharacters.shown("😀".repeat(80))).isEqualTo("😀".repeat(80));
        assertThat(HiddenCharacters.shown("😀".repeat(81))).isEqualTo("😀".repeat(80) + "...");
        assertThat(HiddenCharacters.shown("a".repeat(1_000_000))).isEqualTo("a".repeat(80) + "...");
    }
}
