package dev.footnote.http.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.Door;
import dev.footnote.http.AllowedCallers;
import dev.footnote.http.Management;
import dev.footnote.http.graphql.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Access tokens of an OpenID provider are accepted beside API keys, as far as they are for this application and valid. */
@QuarkusTest
@TestProfile(OpenIdCallers.class)
@EnabledIf("dev.footnote.http.access.OpenIdProvider#isInstallable")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenIdTest {

    private static final String AUDIENCE = "footnote";
    private static final String QUERY = "{ viewer { name roles } people(first: 1) { nodes { slug } } }";
    private static final String CREATE = "mutation { edit(input: {changes: [{source: {set: {title: \"By token\", kind: OTHER}}}]})"
            + " { edit { id madeBy } problems { message } } }";
    private static final String INIT = "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer %s\"}}";

    private static OpenIdProvider provider;

    @AfterAll
    static void stop() throws InterruptedException {
        if (provider != null) {
            provider.close();
        }
    }

    private static String token(String client, String audience) throws Exception {
        if (provider == null) {
            String address = ConfigProvider.getConfig().getValue(OpenIdCallers.ADDRESS, String.class);
            provider = new OpenIdProvider(URI.create(address).getPort());
        }
        return provider.token(client, audience);
    }

    private static RequestSpecification by(String token) {
        return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + token);
    }

    private static Response ask(String token, String document) {
        return by(token).contentType("application/json").body(Door.text(Map.of("query", document))).post("/graphql");
    }

    private static JsonNode code(Response response) {
        return Door.tree(response.asString()).at("/errors/0/extensions/code");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Order(1)
    void a_provider_that_is_down_keeps_nobody_with_a_key_from_reading() {
        assertThat(ask(AllowedCallers.READER, QUERY).statusCode()).isEqualTo(200);
        String token = encoded("{\"alg\":\"RS256\",\"kid\":\"1\"}") + "." + encoded("{\"aud\":\"footnote\"}") + ".AAAA";
        Response response = ask(token, QUERY);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(code(response).asText()).isEqualTo("UNAVAILABLE");
        assertThat(response.asString()).contains("OpenID provider").doesNotContain("localhost");
        assertThat(Management.given().get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/graphql?query=%7B__typename%7D", "/q/roles-of-lei-jun",
            "/graphql.csv?query=%7Bpeople%7Bnodes%7Bslug%7D%7D%7D", "/changes.atom", "/people", "/graphql/schema.graphql" })
    void a_reader_reads_over_every_address_and_who_has_no_role_does_not(String path) throws Exception {
        assertThat(by(token("reader", AUDIENCE)).get(path).statusCode()).isEqualTo(200);
        Response refused = by(token("nobody", AUDIENCE)).get(path);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).contains("none of them");
    }

    @Test
    void the_claim_gives_a_role_and_those_that_it_includes() throws Exception {
        assertThat(Door.tree(ask(token("editor", AUDIENCE), QUERY).asString()).at("/data/viewer"))
                .hasToString("{\"name\":\"editor@openid\",\"roles\":[\"editor\",\"reader\"]}");
    }

    @Test
    void only_editors_and_admins_change_anything() throws Exception {
        assertThat(code(ask(token("reader", AUDIENCE), CREATE)).asText()).isEqualTo("FORBIDDEN");
        assertThat(Door.tree(ask(token("editor", AUDIENCE), CREATE).asString()).at("/data/edit/edit/madeBy").asText())
                .isEqualTo("editor@openid");
        assertThat(ask(token("admin", AUDIENCE), CREATE).asString()).contains("admin@openid");
        assertThat(by(token("editor", AUDIENCE)).queryParam("query", "mutation%7B__typename%7D").get("/graphql").statusCode())
                .isEqualTo(405);
    }

    @Test
    void the_admin_api_takes_tokens_of_admins_only() throws Exception {
        assertThat(by(token("admin", AUDIENCE)).port(Management.port()).get("/admin/status").statusCode()).isEqualTo(200);
        assertThat(by(token("editor", AUDIENCE)).port(Management.port()).get("/admin/status").statusCode()).isEqualTo(401);
        assertThat(by(token("admin", "other")).port(Management.port()).get("/admin/status").statusCode()).isEqualTo(401);
    }

    /** Tokens that are wrong in one way each. */
    private static Map<String, String> wrong() throws Exception {
        Map<String, String> wrong = new LinkedHashMap<>();
        String good = token("admin", AUDIENCE);
        String[] parts = good.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        wrong.put("for another application", token("admin", "other"));
        wrong.put("signature", parts[0] + "." + parts[1] + "." + token("admin", AUDIENCE).split("\\.")[2]);
        wrong.put("claims", parts[0] + "." + encoded(claims.replace("admin@openid", "root@openid")) + "." + parts[2]);
        wrong.put("unsigned", encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        wrong.put("unknown key", encoded("{\"alg\":\"RS256\",\"kid\":\"1\"}") + "." + parts[1] + "." + parts[2]);
        wrong.put("opaque", "abcdefghijklmnopqrstuvwxyz");
        try (OpenIdProvider other = new OpenIdProvider(OpenIdCallers.free())) {
            wrong.put("of another issuer with the same key", other.token("admin", AUDIENCE));
        }
        return wrong;
    }

    @Test
    void a_wrong_token_is_refused() throws Exception {
        for (Map.Entry<String, String> one : wrong().entrySet()) {
            for (String document : new String[] { QUERY, CREATE }) {
                Response response = ask(one.getValue(), document);
                assertThat(response.statusCode()).as(one.getKey() + response.asString()).isEqualTo(401);
                assertThat(response.asString()).doesNotContain(one.getValue(), "Exception", "jose");
            }
            assertThat(by(one.getValue()).accept("text/event-stream").get("/changes").statusCode()).isEqualTo(401);
            try (Client client = new Client("graphql-transport-ws")) {
                assertThat(client.say(INIT.formatted(one.getValue())).end()).as(one.getKey()).isEqualTo(4403);
            }
        }
    }

    @Test
    void a_token_in_a_cookie_or_in_the_address_is_not_looked_at() throws Exception {
        String token = token("admin", AUDIENCE);
        assertThat(given().cookie("q_session", token).cookie("access_token", token).get("/people").statusCode())
                .isEqualTo(401);
        assertThat(given().queryParam("access_token", token).get("/people").statusCode()).isEqualTo(401);
    }

    @Test
    void an_expired_token_is_refused_and_ends_its_websocket() throws Exception {
        String token = token("brief", AUDIENCE);
        try (Client client = new Client("graphql-transport-ws")) {
            assertThat(client.say(INIT.formatted(token)).hear()).contains("connection_ack");
            client.ask("1", CREATE, Map.of());
            assertThat(client.hear()).contains("brief@openid");
            assertThat(client.hear()).contains("complete");
            Thread.sleep(4500);
            client.ask("2", CREATE, Map.of());
            assertThat(client.end()).isEqualTo(4403);
        }
        assertThat(ask(token, QUERY).statusCode()).isEqualTo(401);
    }
}
