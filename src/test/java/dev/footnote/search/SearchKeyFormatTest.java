package dev.footnote.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.footnote.domain.initiative.InitiativeSchema;
import dev.footnote.domain.organization.OrganizationSchema;
import dev.footnote.domain.person.PersonSchema;
import dev.footnote.domain.source.SourceSchema;
import dev.footnote.metamodel.Metamodel;
import dev.footnote.search.SearchKeyFormat.Span;
import dev.footnote.search.normalization.NormalizedName;

class SearchKeyFormatTest {

    private static final List<SearchType> ALL = SearchType.all(new Metamodel(
            List.of(new SourceSchema(), new OrganizationSchema(), new PersonSchema(), new InitiativeSchema())));

    @Test
    void every_name_is_found_by_every_beginning_of_it_and_of_its_words() {
        NormalizedName name = new NormalizedName(List.of("suzhou", "industrial", "park"));
        for (int i = 1; i <= name.whole.length(); i++) {
            assertThat(meets(SearchKeyFormat.wholes(ALL, name.whole.substring(0, i)), name)).isTrue();
        }
        assertThat(meets(SearchKeyFormat.inner(ALL, "industrialpark"), name)).isTrue();
        assertThat(meets(SearchKeyFormat.inner(ALL, "parksuzhou"), name)).isTrue();
        assertThat(meets(SearchKeyFormat.inner(ALL, "dustrial"), name)).isFalse();
        assertThat(meets(SearchKeyFormat.others(ALL, "sip"), name)).isTrue();
        assertThat(meets(SearchKeyFormat.wholes(List.of(type("TOPIC")), "suzhou"), name)).isFalse();
    }

    @Test
    void every_typing_error_in_a_name_meets_one_of_its_halves() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String word = random.ints(4 + random.nextInt(9), 'a', 'e').collect(StringBuilder::new,
                    StringBuilder::appendCodePoint, StringBuilder::append).toString();
            String typed = mistyped(word, random);
            if (typed.length() >= SearchKeyFormat.SHORTEST_NEAR) {
                assertThat(meets(SearchKeyFormat.near(typed), new NormalizedName(List.of(word)))).as(word + " typed " + typed)
                        .isTrue();
            }
        }
    }

    private static String mistyped(String word, Random random) {
        int place = random.nextInt(word.length());
        StringBuilder typed = new StringBuilder(word);
        char letter = (char) ('a' + random.nextInt(4));
        return switch (random.nextInt(4)) {
            case 0 -> typed.deleteCharAt(place).toString();
            case 1 -> typed.insert(place, letter).toString();
            case 2 -> typed.replace(place, place + 1, String.valueOf(letter)).toString();
            default -> place == 0 ? word : typed.deleteCharAt(place).insert(place - 1, word.charAt(place)).toString();
        };
    }

    @Test
    void a_key_range_contains_exactly_the_texts_with_its_prefix() {
        for (String prefix : List.of("lei", "雷", "leiz", "9", "\ud7ff", "\ud840\udc00", "\ud840\udfff")) {
            Span span = Span.beginningWith(prefix);
            for (String rest : List.of("", "a", "zzz", "雷", "\uffee", "\ud87e\udc00")) {
                assertThat(span.low().compareTo(prefix + rest)).isLessThanOrEqualTo(0);
                assertThat(span.high().compareTo(prefix + rest)).isPositive();
            }
            assertThat(span.high().startsWith(prefix)).isFalse();
        }
    }

    @Test
    void long_names_have_short_keys_and_no_half_characters() {
        NormalizedName name = new NormalizedName(List.of("a", "𠮷".repeat(60)));
        assertThat(SearchKeyFormat.of(type("SOURCE"), name)).allSatisfy(key -> {
            assertThat(key.length()).isLessThanOrEqualTo(42);
            assertThat(key.codePoints()).noneMatch(SearchKeyFormatTest::isSurrogate);
        });
    }

    private static boolean meets(List<Span> spans, NormalizedName name) {
        return SearchKeyFormat.of(type("ORGANIZATION"), name).stream().anyMatch(key -> spans.stream()
                .anyMatch(span -> span.low().compareTo(key) <= 0 && key.compareTo(span.high()) < 0));
    }

    private static SearchType type(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst().orElseThrow();
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
