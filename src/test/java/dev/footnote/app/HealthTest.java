package dev.footnote.app;

import static dev.footnote.http.Management.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.footnote.database.Database;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.OwnDatabase;
import dev.footnote.dataset.staging.ProgressListener;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(OwnDatabase.class)
class HealthTest {

    @Inject
    Database database;

    @Inject
    DatasetImporter importer;

    @ParameterizedTest
    @ValueSource(strings = { "", "/live", "/started", "/ready" })
    void a_server_with_a_dataset_is_ready(String probe) {
        importer.take(null, ProgressListener.NONE);
        Response response = given().get("/q/health" + probe);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getString("status")).isEqualTo("UP");
    }

    @Test
    void a_server_without_a_dataset_is_live_but_not_ready() throws SQLException {
        try (Connection connection = database.source().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM dataset");
        }
        try {
            assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(503);
            assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
        } finally {
            importer.take(null, ProgressListener.NONE);
        }
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void a_probe_does_not_wait_for_a_database_that_does_not_answer() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            AgroalDataSource pool = (AgroalDataSource) database.source();
            int most = pool.getConfiguration().connectionPoolConfiguration().maxSize();
            while (pool.getMetrics().activeCount() < most) {
                all.add(pool.getConnection());
            }
            long begun = System.nanoTime();
            Response response = given().get("/q/health/ready");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.asString()).doesNotContain("jdbc", "Exception");
            assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }
}
