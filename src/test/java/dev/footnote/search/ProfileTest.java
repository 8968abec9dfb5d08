package dev.footnote.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.footnote.spelling.Spelling;

/** What a record is found by where the words that are looked for are not all in one name. */
class ProfileTest {

    private static final List<String> WORDS = Profile
            .words("JOINT_LABORATORY\nCN\nWuhan\nLuojia Hill\nArtificial Intelligence Laboratory\n武汉实验室");

    @Test
    void kind_country_place_and_all_names_are_its_words_each_once() {
        assertThat(WORDS).contains("joint", "laboratory", "cn", "china", "wuhan", "luojia", "hill", "artificial")
                .doesNotHaveDuplicates();
        assertThat(Profile.words("\n\nWuhan\n\nLei Jun")).containsExactly("wuhan", "lei", "jun");
    }

    @Test
    void words_of_several_fields_fit_and_whole_ones_rank_ahead_of_beginnings() {
        Spelling profile = new Spelling(WORDS);
        assertThat(rank("wuhan laboratory", profile)).isEqualTo(rank("China Joint", profile)).isNotEqualTo(Ranking.NONE);
        assertThat(rank("wuh lab", profile)).isGreaterThan(rank("wuhan laboratory", profile));
        assertThat(rank("wuhan headquarters", profile)).isEqualTo(Ranking.NONE);
        assertThat(Ranking.reason(rank("wuhan laboratory", profile))).isEqualTo(SearchReason.SEVERAL_FIELDS);
        assertThat(Ranking.reason(rank("wuh lab", profile))).isEqualTo(SearchReason.SEVERAL_FIELDS);
    }

    private static int rank(String query, Spelling profile) {
        return Ranking.together(Query.of(query).get(0), profile);
    }
}
