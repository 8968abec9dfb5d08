package dev.footnote.http.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class GraphiQLPageTest {

    private static final List<String> FILES = List.of("/graphiql", "/footnote.css", "/footnote.js", "/footnote.svg",
            "/examples/index.json", "/examples/page-by-page.graphql", "/examples/editing/index.json",
            "/graphiql/graphiql.min.js", "/graphiql/graphiql.min.css",
            "/graphiql/react.production.min.js", "/graphiql/react-dom.production.min.js", "/graphql/schema.graphql");

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    /** A row of the table in the documents: header, value. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z][A-Za-z-]+)` \\| `([^`]+)` \\|");

    @Test
    void everything_the_page_loads_is_served() {
        List<MatchResult> links = LINK.matcher(given().get("/graphiql").asString()).results().toList();
        assertThat(links).hasSizeGreaterThan(5)
                .allSatisfy(link -> assertThat(given().get("/" + link.group(1)).statusCode()).as(link.group(1)).isEqualTo(200));
    }

    @Test
    void the_security_headers_are_those_in_the_documentation() throws IOException {
        List<MatchResult> rows = ROW.matcher(Files.readString(Path.of("docs/security.md"))).results().toList();
        assertThat(rows).hasSize(7);
        assertThat(Stream.concat(FILES.stream(), Stream.of("/nowhere", "/q/nowhere"))).allSatisfy(path -> {
            Response response = given().get(path);
            assertThat(rows).as(path)
                    .allSatisfy(row -> assertThat(response.header(row.group(1))).as(row.group(1)).isEqualTo(row.group(2)));
        });
    }

    @Test
    void a_file_is_sent_again_only_when_it_changed() {
        assertThat(FILES).allSatisfy(path -> {
            Response first = given().get(path);
            assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
            Response again = given().header("If-None-Match", first.header("ETag")).get(path);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.asString()).isEmpty();
            assertThat(given().header("If-None-Match", "\"another\"").get(path).statusCode()).isEqualTo(200);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "gzip", "gzip, deflate, br", "br;q=1, gzip;q=0.5", "identity;q=0.1, gzip ;q=0.01" })
    void a_file_is_compressed_if_the_client_accepts_it(String accepted) {
        assertThat(RawPageRequest.get("/footnote.js", "Accept-Encoding: " + accepted + "\r\n")).contains(
                "content-encoding: gzip",
                "vary: accept-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = { "identity", "br", "gzip;q=0", "gzip; q=0.000, identity", "" })
    void a_file_is_uncompressed_for_all_other_clients(String accepted) throws IOException {
        assertThat(RawPageRequest.get("/footnote.js", "Accept-Encoding: " + accepted + "\r\n"))
                .doesNotContain("content-encoding")
                .contains("vary: accept-encoding")
                .endsWith(Files.readString(Path.of("src/main/resources/META-INF/resources/footnote.js")));
    }

    @Test
    void files_are_only_read() {
        Response response = given().body("x").post("/footnote.js");
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD");
        Response head = given().head("/footnote.js");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(Integer.parseInt(head.header("Content-Length"))).isPositive();
    }

    @Test
    void the_served_schema_is_the_reviewed_file() throws IOException {
        Response response = given().get("/graphql/schema.graphql");
        assertThat(response.contentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(response.asString()).isEqualTo(Files.readString(Path.of("schema.graphql")));
    }

    @Test
    void the_page_gets_its_documentation() throws IOException {
        try (InputStream question = GraphiQLPageTest.class.getResourceAsStream("/page/introspection.graphql")) {
            assertThat(Door.data(new String(question.readAllBytes(), StandardCharsets.UTF_8)).at("/__schema/types"))
                    .hasSizeGreaterThan(100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/graphiql/", "/graphiql/index.html", "/index.html" })
    void there_is_one_page_of_graphiql(String path) {
        Response response = given().redirects().follow(false).get(path);
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.header("Location")).isEqualTo("/graphiql");
    }
}
