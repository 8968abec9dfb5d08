package dev.footnote.dataset.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.footnote.dataset.importer.GeneratedDataset;
import dev.footnote.dataset.importer.OwnDatabase;
import dev.footnote.dataset.output.OutputTarget;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Each export format is valid for its readers, and reports what it cannot contain. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ExportFormatsTest {

    /** What FollowTheMoney takes for a reference. */
    private static final String REFERENCE = "[0-9a-zA-Z]([0-9a-zA-Z.\\-]*[0-9a-zA-Z])?";

    private static final List<String> REFERENCES = List.of("proof", "employee", "employer", "director", "member", "subject",
            "object", "owner", "asset", "project", "participant", "organizer", "involved", "predecessor", "successor");

    @Inject
    DatasetFixture datasets;

    @TempDir
    Path folder;

    @BeforeEach
    void import_hard_cases() throws SQLException, IOException {
        GeneratedDataset.write(folder, 7);
        datasets.replaceBy(folder);
    }

    @Test
    void entities_of_follow_the_money_lead_to_each_other() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportSummary written = datasets.export(DatasetFormat.FOLLOW_THE_MONEY, OutputTarget.stream(out));
        Map<String, JsonNode> entities = new HashMap<>();
        for (String line : lines(out)) {
            JsonNode entity = new ObjectMapper().readTree(line);
            assertThat(entities.put(entity.get("id").asText(), entity)).as(line).isNull();
            assertThat(entity.get("id").asText()).matches(REFERENCE);
        }
        assertThat(entities).hasSize((int) written.total());
        for (JsonNode entity : entities.values()) {
            for (String property : REFERENCES) {
                entity.path("properties").path(property)
                        .forEach(id -> assertThat(entities).as(entity.toString()).containsKey(id.asText()));
            }
            assertThat(entity.at("/properties/proof").isEmpty()).as(entity.toString())
                    .isEqualTo(Set.of("Article", "Document").contains(entity.get("schema").asText()));
        }
        assertThat(written.records()).containsEntry("Person", 90L).containsKeys("Company", "Organization", "PublicBody",
                "Event", "Project", "ProjectParticipant", "Directorship", "Employment", "Membership", "UnknownLink",
                "Ownership", "Succession", "Article", "Document");
        assertThat(written.losses()).containsEntry("figures: whole records", 200L)
                .containsEntry("products: whole records", 60L)
                .containsKeys("citations: stance", "citations: locator", "participations: committed_amount",
                        "people: hometown", "affiliations: reports_to", "organizations: id, replaced by a hash");
    }

    @Test
    void a_json_ld_processor_reads_every_statement() throws IOException, JsonLdError {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportSummary written = datasets.export(DatasetFormat.JSON_LD, OutputTarget.stream(out));
        assertThat(written.losses()).isEmpty();
        JsonNode metamodel = new ObjectMapper().readTree(out.toByteArray()).get("@graph");
        JsonArray expanded = JsonLd.expand(JsonDocument.of(new ByteArrayInputStream(out.toByteArray()))).get();
        assertThat(metamodel).hasSize((int) written.total());
        assertThat(expanded).hasSameSizeAs(metamodel);
        int place = 0;
        for (JsonNode node : metamodel) {
            JsonObject understood = expanded.getJsonObject(place++);
            assertThat(understood.keySet()).as(node.toString()).hasSize(node.size());
            understood.keySet().forEach(key -> assertThat(key).matches("@(id|type|reverse)|(https?|urn):.*"));
            assertThat(understood.getJsonArray("@type")).as(node.toString())
                    .allSatisfy(type -> assertThat(type.toString()).matches("\"(https?|urn):.*\""));
        }
        assertThat(JsonLd.toRdf(JsonDocument.of(new ByteArrayInputStream(out.toByteArray()))).get().toList())
                .hasSizeGreaterThan((int) written.total());
        assertThat(references(expanded)).isSubsetOf(ids(expanded));
    }

    private static Set<String> ids(JsonArray nodes) {
        Set<String> ids = new HashSet<>();
        nodes.forEach(node -> ids.add(node.asJsonObject().getString("@id", "")));
        return ids;
    }

    /** What nodes name, at any depth. */
    private static Set<String> references(JsonValue value) {
        Set<String> ids = new HashSet<>();
        if (value instanceof JsonArray array) {
            array.forEach(one -> ids.addAll(references(one)));
        } else if (value instanceof JsonObject object) {
            if (object.containsKey("@id")) {
                ids.add(object.getString("@id"));
            }
            object.values().forEach(one -> ids.addAll(references(one)));
        }
        return ids;
    }

    @Test
    void a_zip_holds_the_same_files_as_a_folder() throws IOException {
        Path written = folder.resolve("out");
        datasets.export(DatasetFormat.DATA_PACKAGE, OutputTarget.folder(written, false));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        datasets.export(DatasetFormat.DATA_PACKAGE, OutputTarget.stream(out));
        Map<String, String> zipped = new HashMap<>();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            zipped.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(zipped).isEqualTo(DatasetFixture.files(written));
        assertThatThrownBy(
                () -> datasets.export(DatasetFormat.JSON_LD, OutputTarget.folder(written, true)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void records_imported_during_an_export_are_not_in_it() throws IOException {
        for (DatasetFormat form : DatasetFormat.values()) {
            ByteArrayOutputStream before = new ByteArrayOutputStream();
            datasets.export(form, OutputTarget.stream(before));
            ByteArrayOutputStream meanwhile = new ByteArrayOutputStream();
            datasets.export(form, OutputTarget.stream(new Disturbed(meanwhile)));
            assertThat(meanwhile.toByteArray()).as(form.name()).isEqualTo(before.toByteArray());
            datasets.update(folder);
        }
    }

    /** Has another dataset imported when the first bytes come. */
    private final class Disturbed extends OutputStream {

        private final OutputStream out;
        private boolean done;

        private Disturbed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] { (byte) one }, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (!done) {
                done = true;
                datasets.update(null);
            }
            out.write(bytes, from, length);
        }
    }

    @Test
    void a_failed_write_leaves_no_file() throws IOException {
        Path file = folder.resolve("broken/out.zip");
        List<String> told = new ArrayList<>();
        assertThatThrownBy(
                () -> datasets.export(DatasetFormat.DATA_PACKAGE, OutputTarget.file(file, false), (what, done, total) -> {
                    told.add(what);
                    throw new IllegalStateException("stopped");
                })).hasMessage("stopped");
        assertThat(told).containsExactly("writing organizations");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).isEmpty();
        }
    }

    private static List<String> lines(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
