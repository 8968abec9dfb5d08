package dev.footnote.meter;

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

/** Follows requests from whoever sends them, where an endpoint is set that wants to know; otherwise does nothing. */
@Singleton
public class Traces {

    private static final String PREFIX = "otel.";

    private static final Map<String, String> DEFAULTS = Map.of("otel.service.name", "footnote",
            // because nothing else is spoken without another library
            "otel.exporter.otlp.protocol", "http/protobuf",
            // because metrics and logs have other ways out
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

    Traces(Config config) {
        Map<String, String> settings = settings(config);
        boolean wanted = settings.containsKey("otel.exporter.otlp.endpoint")
                || settings.containsKey("otel.exporter.otlp.traces.endpoint");
        this.sdk = wanted ? sdk(settings) : null;
    }

    /** Those of OpenTelemetry itself, by its names. */
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

    /** @param headers of the request, which may say whose part it is */
    public Trace begin(UnaryOperator<String> headers) {
        if (sdk == null) {
            return Trace.NONE;
        }
        Context context = sdk.getPropagators().getTextMapPropagator().extract(Context.root(), headers, HEADERS);
        return new Trace(
                sdk.getTracer("footnote").spanBuilder("GraphQL").setSpanKind(SpanKind.SERVER).setParent(context).startSpan());
    }
}
