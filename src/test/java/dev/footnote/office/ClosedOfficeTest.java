package dev.footnote.office;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ClosedOfficeTest {

    @Test
    void without_a_token_there_is_no_office() {
        String nothing = given().get("/nowhere").then().statusCode(404).extract().asString();
        given().get("/office/status").then().statusCode(404).body(is(nothing));
        given().header("Authorization", "Bearer ").post("/office/backup").then().statusCode(404).body(is(nothing));
        given().contentType("application/zip").body(new byte[500_000]).post("/office/import").then().statusCode(404);
    }
}
