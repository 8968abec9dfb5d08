package dev.footnote.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.footnote.search.normalization.NormalizedName;

/** The search profile finds records whose words are not all in one name. */
class SearchProfileTest {

    private static final List<String> WORDS = SearchProfile
            .words("JOINT_LABORATORY\nCN\nWuhan\nLuojia Hill\nArtificial Intelligence Laboratory\n武汉实验室");

    @Test
    void kind_country_place_and_all_names_are_its_words_each_once() {
        assertThat(WORDS).contains("joint", "laboratory", "cn", "china", "wuhan", "luojia", "hill", "artificial")
                .doesNotHaveDuplicates();
        assertThat(SearchProfile.words("\n\nWuhan\n\nLei Jun")).containsExactly("wuhan", "lei", "jun");
    }

    @Test
    void words_of_several_fields_match_and_whole_words_rank_first() {
        NormalizedName profile = new NormalizedName(WORDS);
        assertThat(rank("wuhan laboratory", profile)).isEqualTo(rank("China Joint", profile)).isNotEqualTo(SearchRanking.NONE);
        assertThat(rank("wuh lab", profile)).isGreaterThan(rank("wuhan laboratory", profile));
        assertThat(rank("wuhan headquarters", profile)).isEqualTo(SearchRanking.NONE);
        assertThat(SearchRanking.reason(rank("wuhan laboratory", profile))).isEqualTo(SearchReason.SEVERAL_FIELDS);
        assertThat(SearchRanking.reason(rank("wuh lab", profile))).isEqualTo(SearchReason.SEVERAL_FIELDS);
    }

    private static int rank(String query, NormalizedName profile) {
        return SearchRanking.together(SearchQuery.of(query).get(0), profile);
    }
}
