package dev.footnote.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import dev.footnote.http.graphql.Http;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A request is traced, without its content. */
@QuarkusTest
@TestProfile(TracedRequestsTest.Followed.class)
class TracedRequestsTest {

    /** A start of the application that sends traces to a port where the test will listen, a few times a second. */
    public static class Followed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket free = new ServerSocket(0)) {
                return Map.of("otel.exporter.otlp.endpoint", "http://localhost:" + free.getLocalPort(),
                        "otel.bsp.schedule.delay", "200");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ConfigProperty(name = "otel.exporter.otlp.endpoint")
    URI collector;

    @Test
    void responses_cached_responses_and_errors_are_logged_without_values() throws Exception {
        try (Sink sink = new Sink(collector.getPort())) {
            String document = "query Followed { people(filter: {name: {eq: \"Private Name\"}}) { totalCount } }";
            Http.ask(document);
            Http.ask(document);
            Http.ask("{ nothing }");
            for (int i = 0; i < 100 && !String.join("", sink.received()).contains("refused"); i++) {
                Thread.sleep(100);
            }
            String told = String.join("", sink.received());
            assertThat(told).contains("Followed", "footnote.document.hash", "footnote.statements", "answered", "refused")
                    .doesNotContain("Private Name");
        }
    }
}
