package dev.footnote.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** URL parameters are parsed like in a cache in front of the server: by the URL standard. */
class QueryStringTest {

    @Test
    void only_an_ampersand_separates_parameters() {
        assertThat(QueryString.of("/q/find?text=Rock;")).isEqualTo(Map.of("text", List.of("Rock;")));
        for (char one = '!'; one < 0x7f; one++) {
            if ("&#\"<>%+=".indexOf(one) < 0) {
                assertThat(QueryString.of("/graphql?utm=1" + one + "operationName=B")).as("" + one)
                        .isEqualTo(Map.of("utm", List.of("1" + one + "operationName=B")));
            }
        }
        assertThat(QueryString.of("/?a=1&&b=2&")).isEqualTo(Map.of("a", List.of("1"), "b", List.of("2")));
        assertThat(QueryString.of("/?utm=1%26a=2")).isEqualTo(Map.of("utm", List.of("1&a=2")));
        assertThat(QueryString.of("/?utm=1+a=2")).isEqualTo(Map.of("utm", List.of("1 a=2")));
    }

    @Test
    void parameters_are_split_at_the_first_equals_sign() {
        assertThat(QueryString.of("/graphql")).isEmpty();
        assertThat(QueryString.of("/graphql?")).isEmpty();
        assertThat(QueryString.of("/graphql?a=1?b=2=3")).isEqualTo(Map.of("a", List.of("1?b=2=3")));
        assertThat(QueryString.of("/graphql?a&=x")).isEqualTo(Map.of("a", List.of(""), "", List.of("x")));
        assertThat(QueryString.of("/graphql?a=1&b=2&a=3")).isEqualTo(Map.of("a", List.of("1", "3"), "b", List.of("2")));
        assertThat(QueryString.of("/?a=%E5%B0%8F%e7%b1%b3+%2B%25")).isEqualTo(Map.of("a", List.of("\u5c0f\u7c73 +%")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/?a=%", "/?a=%4", "/?a=%zz", "/?a=%\u0663\u0663", "/?a=%ff", "/?a=%c1%b1", "/?a=%ed%a0%80",
            "/?a=1#&b=2", "/?a=\u00e9",
            "/?a=b\u007f", "/?a= b", "/?a=\"", "/?a=\t", "/?quer%79=b", "/?%6fperationName=B", "/?%ffa=1" })
    void ambiguous_requests_are_refused(String target) {
        assertThatThrownBy(() -> QueryString.of(target)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("[A-Z].*\\.");
    }

    @Test
    void a_name_that_has_to_be_encoded_may_be() {
        assertThat(QueryString.of("/?a%20b=1&%26=2")).isEqualTo(Map.of("a b", List.of("1"), "&", List.of("2")));
    }
}
