package dev.footnote.http.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.footnote.database.Database;
import dev.footnote.dataset.importer.GeneratedProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** All pages of an export are read from one snapshot during writes. */
@QuarkusTest
@TestProfile(GeneratedProfile.class)
class ExportSnapshotTest {

    private static final int MANY = 30_000;

    @TestHTTPResource("/graphql.ndjson")
    URI address;

    @Inject
    Database database;

    @Test
    void an_export_shows_one_state_while_another_is_written() throws Exception {
        Exported.people(database, MANY);
        try (SlowClient client = new SlowClient(address, "{ people { nodes { id summary } } }")) {
            client.read(20_000);
            Exported.write(database, "UPDATE person SET summary = 'after' WHERE id > 1000000");
            Exported.write(database, "DELETE FROM person WHERE id > 1000000 AND MOD(id, 2) = 0");
            client.rest();
            assertThat(client.ended()).isTrue();
            assertThat(client.body().lines().filter(line -> line.contains("before before"))).hasSize(MANY);
            assertThat(client.body()).doesNotContain("after");
        } finally {
            Exported.people(database, 0);
        }
    }
}
