package dev.footnote.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Accept header, by RFC 9110, section 12.5.1. */
class AcceptHeaderTest {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String GRAPHQL = "application/graphql-response+json; charset=utf-8";
    private static final String CSV = "text/csv; charset=utf-8; header=present";
    private static final List<String> OFFERED = List.of(JSON, GRAPHQL, CSV);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            // nothing said
            "'' | application/json", "'  ' | application/json",
            // a weight of zero in every spelling
            "text/csv;q=0 | none", "text/csv; q=0.0 | none", "text/csv ; Q=0.000 | none", "TEXT/CSV;q=0 | none",
            "text/csv;q=0, */* | application/json", "*/*;q=0 | none", "*/*;q=0, text/csv | text/csv",
            "application/json;q=0, */* | application/graphql-response+json",
            "application/json;q=0, application/* | application/graphql-response+json",
            "text/*;q=0, text/csv | text/csv", "text/csv;q=0, text/* | none",
            "application/json;q=0,application/json;q=0 | none",
            // the highest weight wins, whatever the order
            "application/json;q=0.2, text/csv;q=0.3 | text/csv", "text/csv;q=0.001 | text/csv",
            "text/csv;q=0.9, application/graphql-response+json | application/graphql-response+json",
            "text/html, application/xhtml+xml, */*;q=0.8 | application/json", "text/csv;q=.2, */*;q=.1 | text/csv",
            // the most exact range of a type tells its weight
            "*/*;q=1, text/csv;q=0.1, application/*;q=0.5 | application/json",
            "text/*;q=0.1, text/csv;q=0.9, application/json;q=0.5 | text/csv",
            "*/*, application/graphql-response+json | application/graphql-response+json",
            "text/* | text/csv", "application/* | application/json", "* | application/json",
            // equals come in the order in which they are given
            "text/csv, application/json | text/csv", "application/json, text/csv | application/json",
            // parameters have to match, those behind the weight are none
            "text/csv;header=absent | none", "text/csv;header=present | text/csv", "text/csv;charset=UTF-8 | text/csv",
            "text/csv;charset=\"utf-8\" | text/csv", "application/json;charset=latin1 | none",
            "text/csv;header=absent;q=1, text/csv;q=0.5 | text/csv", "text/csv;header=present;q=0, text/csv | none",
            "application/json;v=2, application/json;q=0.1 | application/json", "text/csv;q=1;whatever=1 | text/csv",
            "application/json;p=\"a,b;q=0\" | none",
            "application/json;p=\"a,text/csv\", application/json;q=0.4 | application/json",
            // what is malformed says nothing
            ";;;, | none", "text/csv;q=two | none", "text/csv;q=2 | none", "text/csv;q=-1 | none", "text/csv;q= | none",
            "text | none", "/csv | none", "text/ | none", "text/csv;\" | none", "text/cs\u00e9 | none",
            "image/png | none", "text/csvx | none", "atext/csv | none", ", ,text/csv,, | text/csv", "text/csv;;;; | text/csv" })
    void the_best_accepted_type_is_chosen(String header, String expected) {
        String best = AcceptHeader.of(List.of(header)).best(OFFERED, Function.identity());
        assertThat(best == null ? null : best.replaceFirst(";.*", "")).as(header).isEqualTo(expected);
    }

    @Test
    void several_headers_are_one_list() {
        assertThat(AcceptHeader.of(List.of("application/json;q=0.1", "text/csv")).best(OFFERED, Function.identity()))
                .isEqualTo(CSV);
        assertThat(AcceptHeader.of(List.of("*/*", "application/json;q=0")).best(OFFERED, Function.identity()))
                .isEqualTo(GRAPHQL);
        assertThat(AcceptHeader.of(List.of()).best(OFFERED, Function.identity())).isEqualTo(JSON);
    }

    @Test
    void a_type_that_accept_omits_is_not_refused() {
        assertThat(AcceptHeader.of(List.of("application/json")).refuses(CSV)).isFalse();
        assertThat(AcceptHeader.of(List.of()).refuses(CSV)).isFalse();
        assertThat(AcceptHeader.of(List.of("text/csv;q=0.0")).refuses(CSV)).isTrue();
        assertThat(AcceptHeader.of(List.of("text/*;q=0, */*")).refuses(CSV)).isTrue();
        assertThat(AcceptHeader.of(List.of("*/*;q=0, text/csv")).refuses(CSV)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "gzip | true | true", "x-gzip | true | true", "GZIP | true | true", "br, gzip;q=0.1 | true | true",
            "gzip;q=0 | false | true", "gzip; q=0.000 | false | true", "gzip ;Q=0 | false | true", "'' | false | true",
            "* | true | true", "*;q=0 | false | false", "*;q=0, gzip | true | false", "gzip;q=0, * | false | true",
            "identity;q=0 | false | false", "identity;q=0, gzip | true | false", "identity;q=0, br | false | false",
            "*;q=0, identity | false | true", "gzip;q=0.5, identity | true | true", "gzip, identity;q=0.5 | true | true",
            "notgzip | false | true", "gzipped | false | true", "gzip;q=x | false | true", "deflate, br | false | true",
            ";;; | false | true", "\" | false | true", "identity;q=0, gzip;q=0 | false | false" })
    void a_coding_is_used_only_where_it_is_accepted(String header, boolean gzip, boolean identity) {
        assertThat(AcceptEncodingHeader.of(List.of(header))).as(header).isEqualTo(new AcceptEncodingHeader(gzip, identity));
    }

    @Test
    void several_headers_of_codings_are_one_list() {
        assertThat(AcceptEncodingHeader.of(List.of("br", "gzip"))).isEqualTo(new AcceptEncodingHeader(true, true));
        assertThat(AcceptEncodingHeader.of(List.of("gzip", "identity;q=0"))).isEqualTo(new AcceptEncodingHeader(true, false));
        assertThat(AcceptEncodingHeader.of(List.of())).isEqualTo(new AcceptEncodingHeader(false, true));
    }
}
