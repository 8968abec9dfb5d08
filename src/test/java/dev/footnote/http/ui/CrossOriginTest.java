package dev.footnote.http.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.footnote.http.AllowedCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(AllowedCallers.class)
public class CrossOriginTest {

    private static final String FRIEND = AllowedCallers.FRIEND;

    @Test
    void an_allowed_origin_may_send_requests() {
        Response asked = given().header("Origin", FRIEND).header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type").options("/graphql");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(asked.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(asked.header("Access-Control-Allow-Headers")).contains("content-type");
        Response answer = given().header("Origin", FRIEND).contentType("application/json")
                .body("{\"query\": \"{ __typename }\"}").post("/graphql");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
    }

    @Test
    void it_may_read_the_schema() {
        assertThat(given().header("Origin", FRIEND).get("/graphql/schema.graphql").header("Access-Control-Allow-Origin"))
                .isEqualTo(FRIEND);
    }

    @Test
    void an_origin_that_matches_a_pattern_is_allowed() {
        Response answer = given().header("Origin", "https://shop.friends.example").contentType("application/json")
                .body("{\"query\": \"{ __typename }\"}").post("/graphql");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.friends.example");
    }

    @Test
    void a_refused_origin_gets_the_regular_response_headers() {
        Response answer = given().header("Origin", "https://elsewhere.example").get("/graphql?query=%7B__typename%7D");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void other_origins_are_refused() {
        Response asked = given().header("Origin", "https://elsewhere.example").header("Access-Control-Request-Method", "POST")
                .options("/graphql");
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.header("Access-Control-Allow-Origin")).isNull();
    }
}
