package dev.footnote.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Known documents can be requested by name, by hash and by URL, and others not at all. */
@QuarkusTest
@TestProfile(KnownDocumentsTest.Trusting.class)
class KnownDocumentsTest {

    private static final String ROLES = "query Roles($person: ID = \"lei-jun\", $size: Int = 1, $kinds: [AffiliationKind!]) {"
            + " person(by: {slug: $person}) { name affiliations(first: $size, filter: {kind: {in: $kinds}}) { totalCount } } }";

    /** A start of the application that answers two documents and nothing else. */
    public static class Trusting implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path folder = Files.createTempDirectory("documents");
                Files.writeString(folder.resolve("roles.graphql"), ROLES);
                Files.writeString(folder.resolve("me-2.graphql"), "{ __typename }");
                return Map.of("footnote.documents", folder.toString(), "footnote.trusted-documents", "only");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void a_known_document_has_a_plain_url_whose_parameters_are_its_variables() {
        assertThat(got("/q/roles?kinds=FOUNDER").body())
                .isEqualTo("{\"data\":{\"person\":{\"name\":\"Lei Jun\",\"affiliations\":{\"totalCount\":1}}}}");
        assertThat(got("/q/roles?person=nobody&size=2&kinds=FOUNDER&kinds=EXECUTIVE").body())
                .isEqualTo("{\"data\":{\"person\":null}}");
        assertThat(got("/q/me-2").body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    }

    @Test
    void a_plain_url_is_revalidated_without_being_executed() {
        HttpResponse<String> first = got("/q/roles?kinds=FOUNDER");
        assertThat(Http.header(first, "Cache-Control")).isEqualTo("public, no-cache");
        assertThat(got("/q/roles?kinds=FOUNDER", "If-None-Match", Http.header(first, "ETag")).statusCode()).isEqualTo(304);
    }

    @Test
    void all_errors_of_url_variables_are_reported_at_once() {
        HttpResponse<String> answer = got("/q/roles?size=many&persn=lei-jun");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Door.tree(answer.body()).get("errors")).hasSize(2);
        assertThat(answer.body()).contains("persn", "size", "BAD_USER_INPUT");
        assertThat(got("/q/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void only_known_documents_are_answered() throws Exception {
        assertThat(Http.code(Http.ask("{ people { totalCount } }"))).isEqualTo("DOCUMENT_NOT_TRUSTED");
        assertThat(Http.code(Http.ask("{ __schema { queryType { name } } }"))).isEqualTo("DOCUMENT_NOT_TRUSTED");
        assertThat(Http.ask("{ __typename }").body()).as("the very text of a known one").startsWith("{\"data\"");
        assertThat(Http.post("{\"documentId\":\"roles\",\"variables\":{\"kinds\":[\"FOUNDER\"]}}").body())
                .contains("Lei Jun");
        String hash = HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(ROLES.getBytes(StandardCharsets.UTF_8)));
        assertThat(Http.post("{\"documentId\":\"sha256:" + hash + "\",\"variables\":{\"kinds\":[\"FOUNDER\"]}}").body())
                .contains("Lei Jun");
        assertThat(Http.get("extensions=" + Http.encoded("{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}")
                + "&variables=" + Http.encoded("{\"kinds\":[\"FOUNDER\"]}")).body()).contains("Lei Jun");
        assertThat(Http.code(Http.post("{\"documentId\":\"nothing\"}"))).isEqualTo("BAD_REQUEST");
    }

    private static HttpResponse<String> got(String path, String... headers) {
        return Http.send(HttpRequest.newBuilder(Http.uri(path)).GET(), headers);
    }
}
