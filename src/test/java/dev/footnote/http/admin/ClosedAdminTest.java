package dev.footnote.http.admin;

import static dev.footnote.http.Management.given;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ClosedAdminTest {

    @Test
    void without_a_token_there_is_no_admin_api() {
        String nothing = given().get("/nowhere").then().statusCode(404).extract().asString();
        given().get("/admin/status").then().statusCode(404).body(is(nothing));
        given().header("Authorization", "Bearer ").post("/admin/backup").then().statusCode(404).body(is(nothing));
        given().contentType("application/zip").body(new byte[500_000]).post("/admin/import").then().statusCode(404);
    }
}
