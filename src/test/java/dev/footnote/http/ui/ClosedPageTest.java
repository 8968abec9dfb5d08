package dev.footnote.http.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.footnote.Door;
import dev.footnote.http.Management;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ClosedPageTest.Closed.class)
class ClosedPageTest {

    public static class Closed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("footnote.graphiql", "false", "footnote.explorer", "false", "footnote.introspection", "false");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/index.html", "/footnote.js", "/footnote.svg", "/examples/index.json", "/graphiql",
            "/graphiql/", "/graphiql/graphiql.min.js", "/organizations", "/organization/xiaomi", "/explorer.css",
            "/documents/explorer-search.graphql" })
    void without_graphiql_there_is_no_page(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void without_introspection_there_is_no_schema_to_read() {
        assertThat(given().get("/graphql/schema.graphql").statusCode()).isEqualTo(404);
    }

    @Test
    void requests_are_answered_nevertheless() {
        assertThat(Door.ask("{ __typename }")).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
        assertThat(Management.given().get("/q/health/ready").statusCode()).isEqualTo(200);
    }
}
