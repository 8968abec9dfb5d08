package dev.footnote.http.admin;

import static dev.footnote.http.Management.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.footnote.http.Management;
import dev.footnote.http.graphql.Malformed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** Health and metrics have a port of their own, with the same protection as the main port. */
@QuarkusTest
class ManagementInterfaceTest {

    @ConfigProperty(name = "quarkus.management.host")
    String host;

    @ParameterizedTest
    @ValueSource(strings = { "/q/health", "/q/health/live", "/q/health/started", "/q/health/ready", "/q/metrics" })
    void health_and_metrics_are_not_on_the_main_port(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(200);
        assertThat(RestAssured.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void only_programs_on_the_same_machine_reach_it() throws IOException {
        assertThat(host).isEqualTo("127.0.0.1");
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", Management.port()));
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/graphql?query=%7B__typename%7D", "/graphql", "/graphiql", "/people", "/q/roles-of-lei-jun",
            "/changes", "/nowhere" })
    void it_serves_nothing_else(String path) {
        Response response = given().urlEncodingEnabled(false).get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.asString()).isEqualTo("There is nothing here.\n");
        assertThat(response.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/q/health", "/q/metrics", "/admin/status", "/nowhere" })
    void pages_of_other_sites_cannot_read_it(String path) {
        Response asked = given().header("Origin", "https://app.example").header("Access-Control-Request-Method", "POST")
                .options(path);
        Response got = given().header("Origin", "https://app.example").get(path);
        assertThat(Stream.concat(asked.headers().asList().stream(), got.headers().asList().stream()))
                .noneMatch(header -> header.getName().toLowerCase().startsWith("access-control-"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET /q/health", "GET /q/health/live", "GET /q/metrics", "GET /admin/status", "GET /nowhere" })
    void a_malformed_header_gets_a_regular_response(String line) {
        Malformed.at(Management.port()).areAnsweredWell(line, "", "", 7);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/q/health", "/q/health/live", "/q/health/ready", "/q/metrics", "/admin/status" })
    void head_is_answered_as_get_is(String path) {
        Response head = given().head(path);
        assertThat(head.statusCode()).isEqualTo(given().get(path).statusCode());
        assertThat(head.asString()).isEmpty();
        assertThat(head.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
