package dev.footnote.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class GraphQLMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GraphQLMetrics meters = new GraphQLMetrics(registry);

    @Test
    void requests_are_timed_by_the_name_of_their_operation() {
        meters.answered("Roles", "answered", 2_000_000);
        meters.answered("Roles", "answered", 4_000_000);
        meters.answered("Roles", "refused", 1_000);
        meters.answered(null, "answered", 1_000);
        assertThat(count("Roles", "answered")).isEqualTo(2);
        assertThat(registry.get("footnote.requests").tags("operation", "Roles", "outcome", "answered").timer()
                .totalTime(TimeUnit.MILLISECONDS)).isEqualTo(6);
        assertThat(count("Roles", "refused")).isEqualTo(1);
        assertThat(count("anonymous", "answered")).isEqualTo(1);
    }

    @Test
    void new_operation_names_do_not_create_unlimited_metrics() {
        for (int i = 0; i < 1000; i++) {
            meters.answered("Operation" + i, "answered", 1);
        }
        assertThat(registry.find("footnote.requests").timers()).hasSize(LabelLimiter.MOST + 1);
        assertThat(count("Operation0", "answered")).isEqualTo(1);
        assertThat(count("other", "answered")).isEqualTo(1000 - LabelLimiter.MOST);
    }

    @Test
    void a_name_that_is_too_long_is_no_label() {
        meters.answered("A".repeat(65), "answered", 1);
        assertThat(count("other", "answered")).isEqualTo(1);
    }

    @Test
    void reads_are_measured_by_duration_and_rows() {
        meters.read("Person.affiliations", 3_000_000, 7);
        meters.read("Person.affiliations", 1_000_000, 0);
        assertThat(registry.get("footnote.reads").tag("relation", "Person.affiliations").timer().count()).isEqualTo(2);
        assertThat(registry.get("footnote.rows").tag("relation", "Person.affiliations").counter().count()).isEqualTo(7);
    }

    @Test
    void errors_are_counted_by_their_code() {
        meters.refused("TOO_COMPLEX");
        meters.refused("TOO_COMPLEX");
        meters.cache(true);
        meters.cache(false);
        meters.cache(false);
        meters.inFlight(() -> 3);
        assertThat(registry.get("footnote.refusals").tag("code", "TOO_COMPLEX").counter().count()).isEqualTo(2);
        assertThat(registry.get("footnote.cache").tag("result", "hit").counter().count()).isEqualTo(1);
        assertThat(registry.get("footnote.cache").tag("result", "miss").counter().count()).isEqualTo(2);
        assertThat(registry.get("footnote.requests.in.flight").gauge().value()).isEqualTo(3);
    }

    private long count(String operation, String outcome) {
        return registry.get("footnote.requests").tags("operation", operation, "outcome", outcome).timer().count();
    }
}
