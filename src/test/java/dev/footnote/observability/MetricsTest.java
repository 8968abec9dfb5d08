package dev.footnote.observability;

import static dev.footnote.http.Management.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.footnote.Door;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MetricsTest {

    @Test
    void metrics_are_exposed_for_prometheus() {
        Door.ask("query MetricsTest { people(first: 3) { nodes { affiliations { totalCount } } } }");
        Door.ask("{ nothing }");
        assertThat(metrics()).contains("footnote_requests_seconds_count{operation=\"MetricsTest\",outcome=\"answered\"} 1.0",
                "footnote_reads_seconds_count{relation=\"Query.people\"}", "footnote_rows_total{relation=\"Query.people\"}",
                "footnote_refusals_total{code=\"VALIDATION_FAILED\"}", "footnote_requests_in_flight ",
                "footnote_reads_seconds_count{relation=\"Person.affiliations\"}", "footnote_cache_total{result=\"hit\"}");
    }

    @Test
    void jvm_and_connection_pool_have_metrics() {
        Door.ask("{ organizations { totalCount } }");
        assertThat(metrics()).contains("jvm_memory_used_bytes{", "jvm_gc_", "process_cpu_usage", "agroal_active_count{",
                "agroal_awaiting_count{");
    }

    @Test
    void the_framework_adds_no_request_metrics() {
        Door.ask("{ __typename }");
        assertThat(metrics()).doesNotContain("http_server_", "vertx_", "netty_");
    }

    private static String metrics() {
        return given().accept("text/plain").get("/q/metrics").asString().replace(",}", "}");
    }
}
