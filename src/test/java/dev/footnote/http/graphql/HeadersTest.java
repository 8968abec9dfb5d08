package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** Request headers on every path. */
@QuarkusTest
class HeadersTest {

    private static final String LIST = "query=" + Http.encoded("{ people(first: 2) { nodes { name } } }");

    /** What differs from answer to answer. */
    private static final Set<String> OWN = Set.of("x-request-id", "date", "transfer-encoding");

    @ParameterizedTest
    @ValueSource(strings = { "GET /graphql?query=%7B__typename%7D", "GET /graphql", "HEAD /graphql?query=%7B__typename%7D",
            "GET /graphql.csv?query=%7Bpeople%7Bnodes%7Bname%7D%7D%7D", "GET /graphql.ndjson", "GET /q/roles-of-lei-jun",
            "GET /q/nothing", "GET /graphql/schema.graphql", "GET /",
            "GET /footnote.css", "GET /nowhere", "OPTIONS /graphql", "PUT /graphql" })
    void a_malformed_header_gets_a_regular_response(String line) {
        Malformed.at(Http.port()).areAnsweredWell(line, "", "", 7);
    }

    @Test
    void a_malformed_header_of_a_body_gets_a_regular_response() {
        Malformed.at(Http.port()).areAnsweredWell("POST /graphql", "Content-Type: application/json\r\n", RawRequest.ASKED, 1);
        Malformed.at(Http.port()).areAnsweredWell("POST /graphql.csv", "Content-Type: application/json\r\n", RawRequest.ASKED,
                3);
    }

    @Test
    void a_malformed_header_of_a_websocket_gets_a_regular_response() {
        Malformed.at(Http.port()).areAnsweredWell("GET /graphql",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n",
                "", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/graphql?query=%7B__typename%7D", "/graphql", "/graphql?query=%7Bnothing%7D",
            "/graphql?query=%zz",
            "/graphql.csv?query=%7Bpeople%7Bnodes%7Bname%7D%7D%7D", "/graphql.ndjson?query=%7Bpeople%7Bnodes%7Bname%7D%7D%7D",
            "/graphql.csv?query=%7B__typename%7D", "/q/roles-of-lei-jun", "/q/roles-of-lei-jun.csv", "/q/roles-of-lei-jun?no=1",
            "/graphql/schema.graphql", "/", "/footnote.css",
            "/nowhere",
            "/q/nothing", "/graphiql" })
    void head_is_answered_as_get_is_without_a_body(String path) {
        for (String[] headers : new String[][] { { "Accept", "*/*" }, { "Accept", "text/html,*/*;q=0.1" },
                { "Accept", "image/png" }, { "Accept-Encoding", "gzip" }, { "Accept", "application/graphql-response+json" } }) {
            HttpResponse<String> got = Http.send(HttpRequest.newBuilder(Http.uri("/").resolve(path.replace("%zz", "%25zz"))),
                    headers);
            HttpResponse<String> head = Http.send(HttpRequest.newBuilder(Http.uri("/").resolve(path.replace("%zz", "%25zz")))
                    .method("HEAD", BodyPublishers.noBody()), headers);
            String as = path + " " + List.of(headers);
            assertThat(head.statusCode()).as(as).isEqualTo(got.statusCode());
            assertThat(head.body()).as(as).isEmpty();
            assertThat(told(head)).as(as)
                    .containsAllEntriesOf(without(told(got), !path.matches(".*(csv|ndjson).*")));
        }
    }

    @Test
    void head_is_revalidated_as_get_is() {
        HttpRequest.Builder head = HttpRequest.newBuilder(Http.uri("/graphql?" + LIST)).method("HEAD", BodyPublishers.noBody());
        String tag = Http.header(Http.get(LIST), "ETag");
        assertThat(Http.header(Http.send(head.copy()), "ETag")).isEqualTo(tag).isNotNull();
        assertThat(Http.send(head.copy(), "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "'' | text/csv;q=0 | 406", "'' | text/csv;q=0, application/json | application/json",
            "'' | text/csv | text/csv", "'' | application/json;q=0.1, text/csv;q=0.2 | text/csv", "'' | text/* | text/csv",
            "'' | application/json;q=0.5, application/x-ndjson | application/x-ndjson", "'' | */*;q=0 | 406",
            "'' | text/csv;q=0.0, text/* | 406", "'' | text/csv;header=absent | 406",
            "'' | application/json;charset=latin1 | 406",
            ".csv | text/csv;q=0 | 406", ".csv | text/*;q=0, */* | 406", ".csv | application/json | text/csv",
            ".csv | text/html, */*;q=0.8 | text/csv", ".ndjson | application/x-ndjson;q=0 | 406" })
    void a_list_is_given_in_the_form_that_is_accepted(String ending, String accept, String expected) {
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(Http.uri("/graphql" + ending + "?" + LIST)), "Accept",
                accept);
        if (expected.equals("406")) {
            assertThat(answer.statusCode()).isEqualTo(406);
            assertThat(Http.code(answer)).isEqualTo("BAD_REQUEST");
        } else {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Http.header(answer, "Content-Type")).startsWith(expected + ";");
        }
    }

    @Test
    void several_headers_accept_are_one() {
        HttpResponse<String> answer = Http.get(LIST, "Accept", "application/json;q=0.1", "Accept", "text/csv");
        assertThat(Http.header(answer, "Content-Type")).startsWith("text/csv");
        assertThat(Http.header(Http.get(LIST, "Accept", "*/*", "Accept", "application/json;q=0"), "Content-Type"))
                .startsWith("application/graphql-response+json");
    }

    @Test
    void a_coding_is_used_only_where_it_is_accepted() {
        String longer = "query=" + Http.encoded("{ people { nodes { id slug name summary citations { nodes { id } } } } }");
        for (String path : new String[] { "/graphql?" + longer, "/graphql.csv?" + longer, "/", "/graphql/schema.graphql" }) {
            for (String refused : new String[] { "gzip;q=0", "gzip;q=0.000, *", "br", "identity" }) {
                assertThat(Http.header(Http.send(HttpRequest.newBuilder(Http.uri(path)), "Accept-Encoding", refused),
                        "Content-Encoding")).as(path + " " + refused).isNull();
            }
            for (String taken : new String[] { "gzip", "*", "x-gzip", "br, gzip;q=0.5", "identity;q=0, gzip" }) {
                assertThat(Http.header(Http.send(HttpRequest.newBuilder(Http.uri(path)), "Accept-Encoding", taken),
                        "Content-Encoding")).as(path + " " + taken).isEqualTo("gzip");
            }
            assertThat(Http.send(HttpRequest.newBuilder(Http.uri(path)), "Accept-Encoding", "identity;q=0").statusCode())
                    .isEqualTo(406);
        }
        assertThat(Http.header(Http.get("query=%7B__typename%7D", "Accept-Encoding", "identity;q=0, gzip"), "Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void pages_respect_the_accept_header() {
        HttpRequest.Builder schema = HttpRequest.newBuilder(Http.uri("/graphql/schema.graphql"));
        assertThat(Http.send(schema.copy(), "Accept", "text/plain;q=0").statusCode()).isEqualTo(406);
        assertThat(Http.send(schema.copy(), "Accept", "application/json").statusCode()).isEqualTo(200);
        assertThat(Http.send(HttpRequest.newBuilder(Http.uri("/graphql")), "Accept", "text/html;q=0, */*").statusCode())
                .isEqualTo(400);
    }

    private static Map<String, List<String>> told(HttpResponse<String> answer) {
        Map<String, List<String>> told = new TreeMap<>(answer.headers().map());
        told.keySet().removeAll(OWN);
        return told;
    }

    private static Map<String, List<String>> without(Map<String, List<String>> told, boolean measured) {
        if (!measured) {
            // how long it is, is known only when all of it is written
            told.remove("content-length");
        }
        return told;
    }
}
