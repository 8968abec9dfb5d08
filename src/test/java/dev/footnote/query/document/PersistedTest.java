package dev.footnote.query.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import dev.footnote.metamodel.scalar.Sha256;
import io.quarkus.test.junit.QuarkusTest;

/** Requests for known documents, as clients send them. */
@QuarkusTest
class PersistedTest {

    private static final String DOCUMENT = "{ people { totalCount } }";
    private static final String EXTENSIONS = "\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"%s\"}}"
            .formatted(Sha256.of(DOCUMENT.getBytes(StandardCharsets.UTF_8)));

    @Test
    void a_client_sends_the_hash_then_hash_and_text_then_the_hash() {
        assertThat(Door.plain(Door.post("{" + EXTENSIONS + "}"))).isEqualTo("{\"errors\":[{\"message\":"
                + "\"PersistedQueryNotFound\",\"extensions\":{\"code\":\"PERSISTED_QUERY_NOT_FOUND\"}}]}");
        String answer = "{\"data\":{\"people\":{\"totalCount\":14}}}";
        assertThat(Door.post("{\"query\": \"" + DOCUMENT + "\", " + EXTENSIONS + "}")).isEqualTo(answer);
        assertThat(Door.post("{" + EXTENSIONS + "}")).isEqualTo(answer);
    }

    @Test
    void a_client_asks_for_a_trusted_document_by_its_name() {
        assertThat(Door.tree(Door.post("{\"documentId\": \"page-by-page\", \"variables\": {\"size\": 2}}"))
                .at("/data/events/edges")).hasSize(2);
        assertThat(Door.tree(Door.post("{\"documentId\": \"nobody\"}")).at("/errors/0/extensions/code").asText())
                .isEqualTo("BAD_REQUEST");
    }
}
