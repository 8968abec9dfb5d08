package dev.footnote.http.admin;

import static dev.footnote.http.Management.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.http.AllowedCallers;
import dev.footnote.http.Management;
import dev.footnote.http.graphql.Malformed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@TestProfile(AllowedCallers.class)
class AdminTest {

    @Inject
    DatasetImporter importer;

    private static final String SOURCES = "id,kind,title\npaper,article,A paper\n";

    @Test
    void every_admin_request_needs_the_token() {
        for (String shown : Arrays.asList(null, "Bearer", "Bearer " + AllowedCallers.TOKEN.toUpperCase(),
                "Basic " + AllowedCallers.TOKEN,
                "Bearer " + AllowedCallers.TOKEN + "x", AllowedCallers.TOKEN)) {
            RequestSpecification request = shown == null ? given() : given().header("Authorization", shown);
            request.get("/admin/status").then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"))
                    .body(equalTo(
                            "{\"message\":\"Send the admin token, or an API key with the role admin, in the header Authorization: Bearer ...\"}\n"));
        }
        given().contentType("application/zip").body(zip(Map.of("sources.csv", SOURCES))).post("/admin/import").then()
                .statusCode(401);
        given().post("/admin/backup").then().statusCode(401);
    }

    @Test
    void a_cross_site_request_is_refused_even_with_the_token() {
        for (String site : new String[] { "cross-site", "same-site" }) {
            shown().header("Sec-Fetch-Site", site).get("/admin/status").then().statusCode(403);
        }
        shown().header("Sec-Fetch-Site", "same-origin").get("/admin/status").then().statusCode(200);
    }

    @Test
    void the_dataset_is_exported_in_every_format() {
        given().get("/admin/export").then().statusCode(401);
        byte[] zip = shown().get("/admin/export").then().statusCode(200).contentType("application/zip").extract()
                .asByteArray();
        shown().contentType("application/zip").body(zip).post("/admin/import").then().statusCode(200)
                .body("added", is(0)).body("changed", is(0)).body("deleted", is(0));
        shown().get("/admin/export?form=ftm.json").then().statusCode(200).body(containsString("\"schema\":"));
        shown().get("/admin/export?form=jsonld").then().statusCode(200).body(containsString("@context"));
        shown().get("/admin/export?form=xml").then().statusCode(400)
                .body("message", is("The form is one of zip, ftm.json, jsonld."));
        shown().get("/admin/status").then().statusCode(200).body("running", nullValue());
    }

    @Test
    void head_is_answered_as_get_is() {
        given().head("/admin/status").then().statusCode(401);
        shown().head("/admin/status").then().statusCode(200).contentType("application/json");
        shown().head("/admin/export").then().statusCode(200).contentType("application/zip").header("Content-Disposition",
                containsString("dataset.zip"));
        shown().head("/admin/export?form=xml").then().statusCode(400);
        shown().get("/admin/status").then().body("running", nullValue());
    }

    @Test
    void only_an_ampersand_separates_parameters_and_the_form_is_one_that_is_accepted() {
        shown().urlEncodingEnabled(false).get("/admin/export?form=zip;form=jsonld").then().statusCode(400);
        shown().urlEncodingEnabled(false).get("/admin/export?utm=1;form=jsonld").then().statusCode(200)
                .contentType("application/zip");
        shown().get("/admin/export?form=zip&form=jsonld").then().statusCode(400);
        shown().header("Accept", "application/zip;q=0, */*").get("/admin/export").then().statusCode(406);
    }

    @Test
    void a_malformed_header_gets_a_regular_response() {
        String token = "Authorization: Bearer " + AllowedCallers.TOKEN + "\r\n";
        Malformed.at(Management.port()).areAnsweredWell("GET /admin/status", token, "", 5);
        Malformed.at(Management.port()).areAnsweredWell("GET /admin/export?form=xml", token, "", 7);
        Malformed.at(Management.port()).areAnsweredWell("POST /admin/import", token + "Content-Type: application/zip\r\n",
                "no zip", 7);
    }

    @Test
    void an_uploaded_dataset_is_served() {
        shown().contentType("application/zip")
                .body(zip(Map.of("sources.csv", SOURCES, "people.csv", "id,name,source\nsent,Sent,paper\n")))
                .post("/admin/import").then().statusCode(200).body("imported", is(true)).body("faults", nullValue());
        assertThat(Door.plain(Door.ask("{ people { nodes { slug } } }")))
                .isEqualTo("{\"data\":{\"people\":{\"nodes\":[{\"slug\":\"sent\"}]}}}");
        shown().get("/admin/status").then().statusCode(200).header("Cache-Control", "no-store").body("running", nullValue())
                .body("last.work", is("import")).body("last.status", is(200));
        importer.take(null, ProgressListener.NONE);
    }

    @Test
    void faults_come_back_with_their_places() {
        shown().contentType("application/zip; x=y")
                .body(zip(Map.of("sources.csv", SOURCES, "people.csv", "id,name,source\nann,,paper\n,,\n")))
                .post("/admin/import").then().statusCode(422).body("imported", is(false)).body("faultCount", is(1))
                .body("warningCount", is(1)).body("warnings[0].line", is(3))
                .body("faults[0].file", is("people.csv")).body("faults[0].line", is(2)).body("faults[0].column", is(2))
                .body("faults[0].message", containsString("every record needs a value here"));
        shown().contentType("application/zip").body(new byte[100]).post("/admin/import").then().statusCode(422)
                .body("faults[0].message", containsString("not a readable zip"));
    }

    @Test
    void uploads_that_are_too_large_or_of_another_type_are_refused() {
        shown().contentType("application/zip").body(new byte[AllowedCallers.UPLOAD + 1]).post("/admin/import").then()
                .statusCode(413).body("message", containsString("footnote.admin.upload"));
        shown().contentType("application/zip").body(new byte[AllowedCallers.UPLOAD]).post("/admin/import").then()
                .statusCode(422);
        shown().contentType("text/csv").body("id\n").post("/admin/import").then().statusCode(415);
        // only the admin API takes more than a request may have
        RestAssured.given().contentType("application/json").body(new byte[AllowedCallers.UPLOAD]).post("/graphql").then()
                .statusCode(413);
    }

    @Test
    void uploads_that_decompress_beyond_the_limit_are_refused() {
        StringBuilder most = new StringBuilder("id,name,summary\n");
        for (int i = 0; most.length() < AllowedCallers.UNPACKED * 5 / 8; i++) {
            most.append("ann").append(i).append(",Ann ").append(i).append(',').append("long ".repeat(20_000)).append('\n');
        }
        Map<String, String> files = new LinkedHashMap<>(Map.of("people.csv", most.toString()));
        byte[] one = zip(files);
        files.put("organizations.csv", most.toString());
        byte[] both = zip(files);
        assertThat(both).hasSizeLessThan(AllowedCallers.UPLOAD);
        // one is wrong in itself, and not too large
        shown().contentType("application/zip").body(one).post("/admin/import").then().statusCode(422)
                .body("faults[0].message", containsString("cites no source"));
        shown().contentType("application/zip").body(both).post("/admin/import").then().statusCode(422)
                .body("imported", is(false)).body("faultCount", is(1))
                .body("faults[0].message", is("The decompressed dataset has more than " + AllowedCallers.UNPACKED
                        + " bytes, which is the limit. Send it in"
                        + " parts, as deltas, or ask the operator of Footnote to raise footnote.admin.unpacked."));
        shown().contentType("application/x-ndjson").body(gzip(("{\"id\": \"a\", \"schema\": \"Person\"}\n").repeat(100_000)))
                .post("/admin/import").then().statusCode(422)
                .body("faults[0].message", containsString("footnote.admin.unpacked"));
        shown().get("/admin/status").then().statusCode(200).body("running", nullValue());
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void an_impossible_backup_is_refused_with_an_alternative() {
        shown().post("/admin/backup").then().statusCode(409).body("message", containsString("pg_dump"));
    }

    private static RequestSpecification shown() {
        return given().header("Authorization", "bearer " + AllowedCallers.TOKEN);
    }

    private static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Map<String, String> all = new LinkedHashMap<>(files);
        all.put("datapackage.json", files.keySet().stream()
                .map(file -> "{\"name\": \"" + file.replace(".csv", "") + "\", \"path\": \"" + file + "\"}")
                .collect(Collectors.joining(", ", "{\"name\": \"sent\", \"resources\": [", "]}")));
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
