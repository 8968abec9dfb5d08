package dev.footnote.query.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.footnote.metamodel.Metamodel;
import dev.footnote.metamodel.scalar.Sha256;
import dev.footnote.query.FeatureFlags;
import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.QueryLimits;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import dev.footnote.query.execution.IntrospectionDataFetchers;
import dev.footnote.query.schema.SchemaBuilder;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DocumentsTest {

    private static final String NAMES = "{ people { nodes { name } } }";
    private static final String OTHER = "{ people { totalCount } }";

    @Inject
    Metamodel metamodel;

    @Inject
    QueryLimits limits;

    @Inject
    FeatureFlags switches;

    @TempDir
    Path folder;

    private DocumentCache also;
    private DocumentCache only;

    @BeforeEach
    void read() throws IOException {
        Files.writeString(folder.resolve("names.graphql"), NAMES);
        Files.writeString(folder.resolve("notes.txt"), "no document");
        also = documents(DocumentConfig.Trust.ALSO);
        only = documents(DocumentConfig.Trust.ONLY);
        also.trust(new TrustedDocumentLoader(folder));
        only.trust(new TrustedDocumentLoader(folder));
    }

    private DocumentCache documents(DocumentConfig.Trust trust) {
        return new DocumentCache(
                new DocumentPreparer(metamodel, new SchemaBuilder(metamodel).build(IntrospectionDataFetchers.registry()),
                        limits,
                        switches),
                trust);
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static GraphQLRequest text(String text, String hash) {
        return new GraphQLRequest(text, null, hash, null, Map.of());
    }

    private static GraphQLRequest name(String name) {
        return new GraphQLRequest(null, name, null, null, Map.of());
    }

    private static void refused(DocumentCache documents, GraphQLRequest request, RequestError.Code code, String message) {
        assertThatThrownBy(() -> documents.prepared(request))
                .asInstanceOf(InstanceOfAssertFactories.type(RequestException.class))
                .satisfies(exception -> {
                    assertThat(exception.errors()).hasSize(1);
                    assertThat(exception.errors().get(0).code()).isEqualTo(code);
                    assertThat(exception.errors().get(0).message()).isEqualTo(message);
                });
    }

    @Test
    void a_document_is_persisted_after_it_was_sent_with_its_hash() {
        GraphQLRequest bare = text(null, hash(OTHER));
        assertThat(also.knows(bare)).isFalse();
        refused(also, bare, RequestError.Code.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
        PreparedDocument prepared = also.prepared(text(OTHER, hash(OTHER).toUpperCase()));
        assertThat(also.knows(bare)).isTrue();
        assertThat(also.prepared(bare)).isSameAs(prepared);
        assertThat(also.prepared(text(null, hash(OTHER).toUpperCase()))).isSameAs(prepared);
    }

    @Test
    void a_document_whose_hash_is_not_its_own_is_refused_and_not_persisted() {
        refused(also, text(OTHER, hash(NAMES + " ")), RequestError.Code.BAD_REQUEST,
                "The sha256Hash is not that of the document. Send the SHA-256 of the document in UTF-8, in hexadecimal.");
        refused(also, text(null, hash(OTHER)), RequestError.Code.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
    }

    @Test
    void a_document_that_is_not_valid_is_not_persisted() {
        String wrong = "{ nothing }";
        assertThatThrownBy(() -> also.prepared(text(wrong, hash(wrong)))).isInstanceOf(RequestException.class);
        refused(also, text(null, hash(wrong)), RequestError.Code.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
    }

    @Test
    void a_document_without_a_hash_is_not_persisted() {
        also.prepared(text(OTHER, null));
        assertThat(also.knows(text(OTHER, null))).isTrue();
        refused(also, text(null, hash(OTHER)), RequestError.Code.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
    }

    @Test
    void a_trusted_document_is_known_by_its_name_its_hash_and_its_text() {
        PreparedDocument prepared = also.trusted("names");
        for (DocumentCache documents : new DocumentCache[] { also, only }) {
            for (GraphQLRequest request : new GraphQLRequest[] { name("names"), name("sha256:" + hash(NAMES)),
                    text(NAMES, null),
                    text(null, hash(NAMES)), text(NAMES, hash(NAMES)) }) {
                assertThat(documents.knows(request)).isTrue();
                assertThat(documents.prepared(request).hash()).isEqualTo(prepared.hash());
            }
        }
        assertThat(also.prepared(name("names"))).isSameAs(prepared);
        assertThat(also.trusted("notes")).isNull();
    }

    @Test
    void in_trusted_only_mode_other_documents_are_refused() {
        String message = "Only trusted documents are answered here, and this is none. Give the documentId of one.";
        refused(only, text(OTHER, null), RequestError.Code.DOCUMENT_NOT_TRUSTED, message);
        refused(only, text("{", null), RequestError.Code.DOCUMENT_NOT_TRUSTED, message);
        refused(only, text(OTHER, hash(OTHER)), RequestError.Code.DOCUMENT_NOT_TRUSTED, message);
        refused(only, text(null, hash(OTHER)), RequestError.Code.DOCUMENT_NOT_TRUSTED, message);
        assertThat(only.knows(text(OTHER, null))).isFalse();
    }

    @Test
    void a_request_that_names_no_document_or_two_is_refused() {
        refused(also, name("nobody"), RequestError.Code.BAD_REQUEST,
                "There is no document of that documentId here. Give one that there is, or the document under query.");
        refused(also, name("sha256:" + hash(OTHER)), RequestError.Code.BAD_REQUEST,
                "There is no document of that documentId here. Give one that there is, or the document under query.");
        refused(also, text(null, null), RequestError.Code.BAD_REQUEST,
                "The request has no document. Give one under query, or a documentId.");
        refused(also, new GraphQLRequest(OTHER, "names", null, null, Map.of()), RequestError.Code.BAD_REQUEST,
                "A document is named twice. Give a documentId, or a query, and not both.");
        assertThat(also.knows(text(null, null))).isFalse();
        assertThat(also.knows(name("nobody"))).isFalse();
    }

    @Test
    void the_memory_of_persisted_documents_has_a_bound() {
        PersistedDocuments persisted = new PersistedDocuments();
        IntStream.range(0, 500).forEach(i -> persisted.keep("hash" + i, "x".repeat(60_000) + i));
        assertThat(IntStream.range(0, 500).filter(i -> persisted.text("hash" + i) != null).count()).isBetween(1L, 250L);
    }

    @Test
    void without_a_folder_the_shipped_documents_are_trusted() {
        also.trust(new TrustedDocumentLoader(null));
        assertThat(also.trusted("roles-of-lei-jun")).isNotNull();
        assertThat(also.trusted("page-by-page")).isNotNull();
        assertThat(also.trusted("names")).isNull();
    }

    @Test
    void all_errors_of_trusted_documents_are_reported_with_their_places() throws IOException {
        Files.writeString(folder.resolve("a name.graphql"), NAMES);
        Files.writeString(folder.resolve("broken.graphql"), "{\n  people {");
        Files.writeString(folder.resolve("empty.graphql"), "");
        Files.writeString(folder.resolve("health.graphql"), NAMES);
        Files.write(folder.resolve("latin.graphql"), new byte[] { '#', (byte) 0xe9 });
        Files.writeString(folder.resolve("two.graphql"), "query A { __typename }\nquery B { __typename }");
        Files.writeString(folder.resolve("wrong.graphql"), "{\n  peple { name }\n  people { nme }\n}");
        assertThatThrownBy(() -> also.trust(new TrustedDocumentLoader(folder)))
                .isInstanceOf(InvalidTrustedDocumentsException.class).hasMessage(
                        """
                                The trusted documents have 8 faults; the server does not start.
                                  a name.graphql: The name is no name of a document. Use letters, digits, - and _.
                                  broken.graphql:2:11: The document ends before it is whole. See whether a brace, a parenthesis or a bracket \
                                is missing.
                                  empty.graphql:1:1: The document is empty. Write a query, such as { __typename }.
                                  health.graphql: The server has a path of that name. Give the document another.
                                  latin.graphql: The file is not written in UTF-8. Save it as UTF-8.
                                  two.graphql: The document has 2 operations. A trusted document has one.
                                  wrong.graphql:2:3: The type Query has no field peple. Did you mean people?
                                  wrong.graphql:3:12: The type PersonConnection has no field nme.""");
        assertThat(also.trusted("names")).as("what was trusted before").isNotNull();
    }

    @Test
    void a_missing_folder_is_reported() {
        assertThatThrownBy(() -> also.trust(new TrustedDocumentLoader(folder.resolve("nowhere"))))
                .isInstanceOf(InvalidTrustedDocumentsException.class)
                .hasMessageContaining("The folder cannot be read. Name one that there is with footnote.documents.");
    }
}
