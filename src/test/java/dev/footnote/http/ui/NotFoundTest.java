package dev.footnote.http.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class NotFoundTest {

    @ParameterizedTest
    @ValueSource(strings = { "/nowhere", "/graphql/nowhere", "/graphql/schema.graphql/", "/graphiql/render.js",
            "/graphiql/graphiql.min.js.map", "/graphql-ui/index.html", "/examples/", "/examples/none.graphql", "/q", "/q/",
            "/q/nowhere", "/q/health/live", "/q/metrics", "/admin/status", "/META-INF/MANIFEST.MF", "/application.properties",
            "/dataset/people.csv", "/favicon.ico",
            "/..%2f..%2fetc/passwd", "/examples/..%2f..%2f..%2fapplication.properties", "/%2e%2e/%2e%2e/etc/passwd",
            "/../../etc/passwd", "/%00", "/footnote.js%00.css", "/%c0%ae%c0%ae/", "/examples/%2e%2e%5c" })
    void unknown_paths_get_404_without_details(String path) {
        assertThat(RawPageRequest.get(path)).startsWith("HTTP/1.1 404 ").contains("content-type: text/plain; charset=utf-8")
                .endsWith("\r\n\r\nThere is nothing here.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = { "//", "/%", "/%zz", "/a%2", "/graphql?query=%zz", "*", "nowhere", "/a b", "/\u0001" })
    void an_invalid_url_is_a_client_error(String target) {
        assertThat(RawPageRequest.get(target)).matches("(?s)HTTP/1\\.[01] 4\\d\\d .*").doesNotContain("Exception", "uarkus",
                "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/graphql", "/graphql/schema.graphql", "/nowhere" })
    void cors_headers_are_sent_to_allowed_origins_only(String path) {
        Response asked = given().header("Origin", "https://app.example").header("Access-Control-Request-Method", "POST")
                .options(path);
        Response got = given().header("Origin", "https://app.example").get(path);
        assertThat(Stream.concat(asked.headers().asList().stream(), got.headers().asList().stream()))
                .noneMatch(header -> header.getName().toLowerCase().startsWith("access-control-"));
    }
}
