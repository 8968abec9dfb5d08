package dev.footnote.http.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.footnote.database.Database;
import dev.footnote.database.connection.FewConnections;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** Exports are streamed, and aborted if the client does not read. */
@QuarkusTest
@TestProfile(FewConnections.class)
class ExportHandlerTest {

    private static final int MANY = 40_000;
    private static final String EVERYBODY = "{ people { nodes { id summary } } }";

    @TestHTTPResource("/graphql.ndjson")
    URI address;

    @Inject
    Database database;

    @BeforeEach
    void fill() throws SQLException {
        Exported.people(database, MANY);
    }

    @Test
    void a_file_has_its_media_type() {
        Response people = Exported.post(".csv", "query Everybody { people(first: 2) { nodes { name } } }", Map.of());
        assertThat(people.header("Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
        assertThat(people.header("Content-Disposition")).isEqualTo("attachment; filename=\"Everybody.csv\"");
        assertThat(people.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(people.header("Vary")).isEqualTo("Accept, Accept-Encoding");
        Response roles = given().queryParam("query",
                "query($slug: ID!) { person(by: { slug: $slug }) { affiliations { nodes { organization { name } } } } }")
                .queryParam("variables", "{\"slug\": \"lei-jun\"}").get("/graphql.ndjson");
        assertThat(roles.header("Content-Type")).as(roles.asString()).isEqualTo("application/x-ndjson; charset=utf-8");
        assertThat(roles.header("Content-Disposition")).isEqualTo("attachment; filename=\"affiliations.ndjson\"");
        assertThat(roles.asString()).startsWith("{\"organization\":{\"name\":\"").endsWith("\"}}\n");
    }

    @Test
    void cells_that_spreadsheets_would_compute_are_texts() throws SQLException {
        List<String> names = List.of("=1+1", "+1", "-1+1", "-12.5", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "小米, \"MI\"",
                "a\nb");
        for (int i = 0; i < names.size(); i++) {
            Exported.write(database,
                    "INSERT INTO person (id, slug, name) VALUES (%d, 'formula%d', '%s')".formatted(3000001 + i, i,
                            names.get(i).replace("'", "''")));
        }
        String document = "{ people(filter: {slug: {startsWith: \"formula\"}}, orderBy: [{number: ASC}]) { nodes { name summary } } }";
        Response formulas = Exported.post(".csv", document, Map.of());
        Exported.write(database, "DELETE FROM person WHERE id > 3000000");
        assertThat(new String(formulas.asByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("name,summary\r\n"
                        + "'=1+1,\r\n'+1,\r\n'-1+1,\r\n-12.5,\r\n'@SUM(A1),\r\n'\t=1,\r\n\"'\r=1\",\r\n'＝1,\r\n'=1,\r\n"
                        + "\"小米, \"\"MI\"\"\",\r\n\"a\nb\",\r\n");
    }

    @Test
    void clients_that_accept_gzip_get_it() throws Exception {
        byte[] plain = get(null);
        byte[] zipped = get("br;q=1.0, gzip;q=0.8");
        assertThat(zipped.length).isLessThan(plain.length / 4);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            assertThat(in.readAllBytes()).isEqualTo(plain);
        }
        assertThat(get("gzip;q=0")).isEqualTo(plain);
        assertThat(new String(plain, StandardCharsets.UTF_8).lines()).hasSizeGreaterThan(MANY);
    }

    private byte[] get(String encoding) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + EVERYBODY + "\"}"));
        if (encoding != null) {
            request.header("Accept-Encoding", encoding);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    @Test
    void a_record_with_too_many_related_records_is_refused() {
        String nested = "{ people { nodes { affiliations(first: 100) { nodes { organization { name } } } } } }";
        assertThat(Exported.refused(".csv", nested).at("/extensions/code").asText()).isEqualTo("TOO_COMPLEX");
    }

    @Test
    void an_export_beyond_the_limit_gets_503_with_retry_after() throws Exception {
        // the first request of a test client takes longer than the server waits for a client that does not read
        assertThat(free(0)).isTrue();
        try (SlowClient client = new SlowClient(address, EVERYBODY)) {
            client.read(1000);
            Response second = Exported.post(".csv", EVERYBODY, Map.of());
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.header("Retry-After")).isEqualTo("10");
            assertThat(second.asString()).contains("\"OVERLOADED\"");
        }
        // the client left, which is noticed much sooner than that it does not read
        assertThat(free(4500)).isTrue();
    }

    @Test
    void a_client_that_does_not_read_is_disconnected() throws Exception {
        try (SlowClient client = new SlowClient(address, EVERYBODY)) {
            client.read(1000);
            assertThat(free(1000)).isFalse();
            assertThat(free(20_000)).isTrue();
            client.rest();
            assertThat(client.ended()).isFalse();
        }
    }

    @Test
    void a_client_that_reads_too_slowly_is_finally_disconnected() throws Exception {
        long start = System.nanoTime();
        try (SlowClient client = new SlowClient(address, EVERYBODY)) {
            client.read(1000);
            while (!free(0) && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(59)) {
                client.read(150_000);
                Thread.sleep(200);
            }
            assertThat(System.nanoTime() - start).isBetween(TimeUnit.SECONDS.toNanos(9), TimeUnit.SECONDS.toNanos(60));
            client.rest();
            assertThat(client.ended()).isFalse();
        }
    }

    /** Whether there is a place for another export, now or within so many milliseconds. */
    private static boolean free(int patience) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience);
        while (true) {
            if (Exported.post(".csv", "{ topics { nodes { id } } }", Map.of()).statusCode() == 200) {
                return true;
            }
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(50);
        }
    }
}
