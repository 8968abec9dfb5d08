package dev.footnote.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class TracingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private Sink sink;

    @BeforeEach
    void open() throws IOException {
        sink = new Sink();
    }

    @AfterEach
    void close() {
        sink.close();
    }

    private static Tracing traces(Map<String, String> settings) {
        return new Tracing(new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(settings, "test", 100)).build());
    }

    private static void ask(Tracing traces, String parent) {
        RequestSpan trace = traces.begin(name -> name.equals("traceparent") ? parent : null);
        trace.asks("RolesOfLeiJun", "0123abcd");
        trace.took(3, 42, 50);
        trace.end("ANSWERED", false);
        // sends what was not sent yet
        traces.close();
    }

    @Test
    void a_request_arrives_where_traces_are_collected_as_part_of_its_senders_trace() {
        ask(traces(Map.of("otel.exporter.otlp.endpoint", sink.address())), PARENT);
        assertThat(sink.received()).hasSize(1).first().asString().startsWith("POST /v1/traces\n")
                .contains("footnote", "RolesOfLeiJun", "graphql.operation.name", "footnote.document.hash", "0123abcd",
                        "footnote.statements", "footnote.rows", "footnote.cost", "ANSWERED")
                .contains(new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_request_without_a_trace_starts_one() {
        ask(traces(Map.of("otel.exporter.otlp.traces.endpoint", sink.address() + "/own/path")), null);
        assertThat(sink.received()).hasSize(1).first().asString().startsWith("POST /own/path\n").contains("RolesOfLeiJun");
    }

    @Test
    void an_unsampled_trace_is_not_recorded() {
        ask(traces(Map.of("otel.exporter.otlp.endpoint", sink.address())), PARENT.replaceFirst("01$", "00"));
        assertThat(sink.received()).isEmpty();
    }

    @Test
    void without_an_endpoint_no_span_is_created() {
        Tracing traces = traces(Map.of("otel.service.name", "another"));
        assertThat(traces.begin(name -> PARENT)).isSameAs(RequestSpan.NONE);
        ask(traces, PARENT);
        assertThat(sink.received()).isEmpty();
    }

    @Test
    void an_unavailable_trace_collector_delays_no_request() {
        sink.close();
        Tracing traces = traces(Map.of("otel.exporter.otlp.endpoint", sink.address(), "otel.exporter.otlp.timeout", "200"));
        long begun = System.nanoTime();
        traces.begin(name -> null).end("ANSWERED", false);
        assertThat(System.nanoTime() - begun).isLessThan(1_000_000_000L);
        traces.close();
    }
}
