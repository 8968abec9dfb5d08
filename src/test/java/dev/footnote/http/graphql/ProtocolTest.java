package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

/** GraphQL over HTTP, as its specification requires. */
@QuarkusTest
class ProtocolTest {

    private static final String GRAPHQL = "application/graphql-response+json";
    private static final String JSON = "application/json";

    @Test
    void the_status_reports_errors_to_clients_that_know_the_media_type() {
        answers(Http.ask("{ __typename }", "Accept", GRAPHQL), 200, GRAPHQL);
        answers(Http.ask("{ nothing }", "Accept", GRAPHQL), 400, GRAPHQL);
        answers(Http.ask("{ people(first: -1) { totalCount } }", "Accept", GRAPHQL), 400, GRAPHQL);
        answers(Http.ask("{", "Accept", GRAPHQL), 400, GRAPHQL);
        answers(Http.ask("{ nothing }", "Accept", JSON), 200, JSON);
        answers(Http.ask("{ nothing }"), 200, JSON);
    }

    @Test
    void a_body_that_is_no_request_is_a_bad_request_in_every_media_type() {
        for (String body : new String[] { "", "{", "[]", "[1]", "null", "5", "{\"query\": 5}", "{\"query\": \"\"}",
                "{\"query\":\"{a}\"} x", "{\"query\":\"{a}\",\"query\":\"{b}\"}", "{\"query\":\"{a}\",\"variables\":[]}",
                "{\"query\":\"{a}\",\"variables\":\"{}\"}", "{\"query\":\"{a}\",\"extensions\":7}",
                "{\"query\":\"{a}\",\"operationName\":{}}" }) {
            assertThat(Http.post(body).statusCode()).as(body).isEqualTo(400);
            assertThat(Http.code(Http.post(body))).as(body).isEqualTo("BAD_REQUEST");
        }
    }

    @Test
    void only_json_in_utf_8_is_executed_because_of_cross_site_requests() {
        for (String type : new String[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
                "application/graphql", "application/json; charset=utf-16", "application/jsonp", "text/json" }) {
            assertThat(Http.post("{\"query\":\"{__typename}\"}", "Content-Type", type).statusCode()).as(type).isEqualTo(415);
        }
        for (String type : new String[] { "application/json", "application/json;charset=UTF-8",
                "Application/JSON; charset=\"utf-8\"" }) {
            assertThat(Http.post("{\"query\":\"{__typename}\"}", "Content-Type", type).body()).as(type)
                    .isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
        }
        HttpRequest.Builder bare = HttpRequest.newBuilder(Http.uri("/graphql"))
                .POST(BodyPublishers.ofString("{\"query\":\"{__typename}\"}"));
        assertThat(Http.send(bare).statusCode()).isEqualTo(415);
    }

    @Test
    void a_response_has_an_accepted_media_type_or_is_406() {
        answers(Http.ask("{ __typename }", "Accept", "*/*"), 200, JSON);
        answers(Http.ask("{ __typename }", "Accept", "text/html, " + GRAPHQL + ";q=0.5"), 200, GRAPHQL);
        answers(Http.ask("{ __typename }", "Accept", GRAPHQL + ";q=0, " + JSON), 200, JSON);
        assertThat(Http.ask("{ __typename }", "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(Http.ask("{ __typename }", "Accept", ";;;,").statusCode()).isEqualTo(406);
    }

    @Test
    void only_get_and_post_are_served() {
        for (String method : new String[] { "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS" }) {
            HttpResponse<String> answer = Http
                    .send(HttpRequest.newBuilder(Http.uri("/graphql")).method(method, BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(Http.header(answer, "Allow")).as(method).isEqualTo("GET, HEAD, POST");
        }
    }

    @Test
    void a_get_is_decoded_once_and_answers_as_a_post_does() {
        String document = "query($name: String!) { people(filter: {name: {eq: $name}}) { totalCount } }";
        String query = "query=" + Http.encoded(document) + "&variables=" + Http.encoded("{\"name\": \"100% + %41\"}");
        assertThat(Http.get(query).body()).isEqualTo("{\"data\":{\"people\":{\"totalCount\":0}}}");
        assertThat(Http.get("query=" + Http.encoded("query A { a: __typename } query B { b: __typename }")
                + "&operationName=B").body()).isEqualTo("{\"data\":{\"b\":\"Query\"}}");
    }

    /** A cache in front takes the URL for the key of an answer, so that what it reads there must be what we do. */
    @Test
    void nothing_hides_one_parameter_in_another() {
        String two = "query=" + Http.encoded("query A { people { nodes { name } } } query B { topics { nodes { slug } } }");
        for (String path : new String[] { "/graphql", "/graphql.csv", "/graphql.ndjson" }) {
            String first = Http.send(HttpRequest.newBuilder(Http.uri(path + "?" + two + "&operationName=A"))).body();
            for (String hidden : new String[] { "utm=1;operationName=B", "utm=1%26operationName=B", "utm=1%3BoperationName=B",
                    "utm=1?operationName=B", "utm=1,operationName=B", "operationName[]=B", "OperationName=B",
                    "operationName%00=B", "%20operationName=B" }) {
                assertThat(Http.send(HttpRequest.newBuilder(Http.uri(path + "?" + two + "&operationName=A&" + hidden))).body())
                        .as(path + " " + hidden).isEqualTo(first);
            }
            for (String twice : new String[] { "&operationName=B", "&%6fperationName=B", "&operationNam%65=B", "&a=%c1%af",
                    "#&operationName=B" }) {
                assertThat(
                        RawRequest
                                .answer("GET " + path + "?" + two + "&operationName=A" + twice + " HTTP/1.1\r\nHost: x\r\n\r\n")
                                .status())
                        .as(path + " " + twice).isEqualTo(400);
            }
            String fat = RawRequest.answer("GET " + path + "?" + two + "&operationName=A HTTP/1.1\r\nHost: x\r\nContent-Type:"
                    + " application/json\r\nX-HTTP-Method-Override: POST\r\n" + RawRequest.LENGTH + "\r\n" + RawRequest.ASKED)
                    .text();
            assertThat(fat).endsWith(first);
        }
        String search = "/q/search-as-one-types?query=lei";
        assertThat(Http.send(HttpRequest.newBuilder(Http.uri(search + ";query=xiaomi"))).body())
                .isEqualTo(Http.send(HttpRequest.newBuilder(Http.uri(search + "%3Bquery%3Dxiaomi"))).body())
                .contains("\"data\"");
        assertThat(Http.send(HttpRequest.newBuilder(Http.uri(search + "&utm=1;query=xiaomi"))).body())
                .contains("no variable utm");
    }

    @Test
    void a_get_that_is_no_request_is_refused() {
        for (String query : new String[] { "", "query=", "quer=x", "query=%7B__typename%7D&variables=%5B%5D",
                "query=%7B__typename%7D&variables=%7B", "query=%7B__typename%7D&query=%7B__typename%7D",
                "query=%7B__typename%7D&extensions=1",
                "query=%7B__typename%7D&extensions=%7B%22persistedQuery%22%3A%7B%7D%7D" }) {
            assertThat(Http.get(query).statusCode()).as(query).isEqualTo(400);
            assertThat(Http.code(Http.get(query))).as(query).isEqualTo("BAD_REQUEST");
        }
    }

    @Test
    void a_get_never_changes_anything() {
        HttpResponse<String> answer = Http.get("query=" + Http.encoded("mutation { a }"), "Accept", GRAPHQL);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("\"data\"");
    }

    @Test
    void a_browser_that_opens_the_graphql_path_gets_the_page() {
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(Http.uri("/graphql")), "Accept", "text/html,*/*");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Http.header(answer, "Location")).isEqualTo("/graphiql");
    }

    @Test
    void a_long_response_is_compressed_if_the_client_accepts_it() throws Exception {
        String body = "{\"query\":\"{ people { nodes { id slug name summary citations { nodes { id } } } } }\"}";
        HttpRequest.Builder request = HttpRequest.newBuilder(Http.uri("/graphql")).header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(body));
        HttpResponse<byte[]> plain = Http.CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> packed = Http.CLIENT.send(request.copy().header("Accept-Encoding", "br, gzip").build(),
                    BodyHandlers.ofByteArray());
            assertThat(Http.header(packed, "Content-Encoding")).isEqualTo("gzip");
            assertThat(packed.body().length).isLessThan(plain.body().length / 3);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                    .isEqualTo(plain.body());
        }
        HttpResponse<byte[]> unwanted = Http.CLIENT.send(request.copy().header("Accept-Encoding", "gzip;q=0").build(),
                BodyHandlers.ofByteArray());
        assertThat(unwanted.body()).isEqualTo(plain.body());
        assertThat(new String(plain.body(), StandardCharsets.UTF_8)).contains("Lei Jun");
    }

    @Test
    void every_answer_names_its_request_and_takes_the_name_that_the_caller_gives() {
        assertThat(Http.header(Http.ask("{ __typename }", "X-Request-Id", "shop-42"), "X-Request-Id")).isEqualTo("shop-42");
        String own = Http.header(Http.ask("{ __typename }", "X-Request-Id", "a\tb <script>"), "X-Request-Id");
        assertThat(own).matches("[a-z0-9]+-[a-z0-9]+");
        assertThat(Http.header(Http.ask("{ __typename }"), "X-Request-Id")).isNotEqualTo(own);
    }

    @Test
    void the_cost_is_returned_on_request() {
        String document = "{ people(first: 2) { nodes { name } totalCount } }";
        assertThat(Door.tree(Http.ask(document, "Footnote-Cost", "1").body()).at("/extensions/cost").toString())
                .isEqualTo("{\"estimated\":12,\"actual\":12,\"limit\":10000000,\"statements\":2,\"rows\":2}");
        assertThat(Http.ask(document).body()).doesNotContain("extensions");
    }

    private static void answers(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Http.header(answer, "Content-Type")).isEqualTo(type + "; charset=utf-8");
        assertThat(Http.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
