package dev.footnote.observability;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;

/** Traces requests, as part of the client's trace, if a tracing endpoint is configured. Otherwise it does nothing. */
@Singleton
public class Tracing {

    private static final String PREFIX = "otel.";

    private static final Map<String, String> DEFAULTS = Map.of("otel.service.name", "footnote",
            // because other protocols require another library
            "otel.exporter.otlp.protocol", "http/protobuf",
            // because metrics and logs are exported in other ways
            "otel.metrics.exporter", "none", "otel.logs.exporter", "none");

    private static final TextMapGetter<UnaryOperator<String>> HEADERS = new TextMapGetter<>() {

        @Override
        public Iterable<String> keys(UnaryOperator<String> headers) {
            return List.of();
        }

        @Override
        public String get(UnaryOperator<String> headers, String name) {
            return headers == null ? null : headers.apply(name);
        }
    };

    private final OpenTelemetrySdk sdk;

    Tracing(Config config) {
        Map<String, String> settings = settings(config);
        boolean wanted = settings.containsKey("otel.exporter.otlp.endpoint")
                || settings.containsKey("otel.exporter.otlp.traces.endpoint");
        this.sdk = wanted ? sdk(settings) : null;
    }

    /** The settings of OpenTelemetry, by their OpenTelemetry names. */
    private static Map<String, String> settings(Config config) {
        Map<String, String> settings = new HashMap<>(DEFAULTS);
        StreamSupport.stream(config.getPropertyNames().spliterator(), false).filter(name -> name.startsWith(PREFIX))
                .forEach(name -> config.getOptionalValue(name, String.class).ifPresent(value -> settings.put(name, value)));
        return settings;
    }

    private static OpenTelemetrySdk sdk(Map<String, String> settings) {
        return AutoConfiguredOpenTelemetrySdk.builder().addPropertiesSupplier(() -> settings).disableShutdownHook().build()
                .getOpenTelemetrySdk();
    }

    @PreDestroy
    void close() {
        if (sdk != null) {
            sdk.close();
        }
    }

    /** @param headers of the request, which may contain the parent trace */
    public RequestSpan begin(UnaryOperator<String> headers) {
        if (sdk == null) {
            return RequestSpan.NONE;
        }
        Context context = sdk.getPropagators().getTextMapPropagator().extract(Context.root(), headers, HEADERS);
        return new RequestSpan(
                sdk.getTracer("footnote").spanBuilder("GraphQL").setSpanKind(SpanKind.SERVER).setParent(context).startSpan());
    }
}
