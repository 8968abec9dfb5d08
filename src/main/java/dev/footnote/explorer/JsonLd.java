package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.metamodel.EntityType;
import io.quarkus.qute.RawString;

/** A record as JSON-LD with the vocabulary of schema.org, for search engines. */
final class JsonLd {

    private static final Map<String, String> TYPES = Map.of("Organization", "Organization", "Person", "Person", "Event",
            "Event",
            "Product", "Product", "Initiative", "Project", "Source", "Article", "FinancialReport", "Report");

    private static final Map<String, String> PROPERTIES = Map.of("summary", "description", "description", "description", "url",
            "url", "website", "url", "founded", "foundingDate", "date", "startDate", "published", "datePublished", "language",
            "inLanguage");

    private JsonLd() {
    }

    static RawString of(EntityType type, JsonNode record) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@context", "https://schema.org");
        thing.put("@type", TYPES.getOrDefault(type.type(), "Thing"));
        thing.put("identifier", record.path("id").asText());
        thing.put("name", record.path("label").asText());
        PROPERTIES.forEach((field, property) -> {
            if (record.path(field).isTextual()) {
                thing.put(property, record.get(field).asText());
            }
        });
        List<String> names = new ArrayList<>();
        record.path("names").path("nodes").forEach(name -> names.add(name.path("text").asText()));
        if (!names.isEmpty()) {
            thing.put("alternateName", names);
        }
        return written(thing);
    }

    /** The dataset itself, which search engines for datasets look for. */
    static RawString of(JsonNode dataset) {
        Map<String, Object> thing = new LinkedHashMap<>(Map.of("@context", "https://schema.org", "@type", "Dataset"));
        Map.of("title", "name", "description", "description", "licence", "license", "version", "version")
                .forEach((field, property) -> {
                    if (dataset.hasNonNull(field)) {
                        thing.put(property, dataset.get(field).asText());
                    }
                });
        return written(thing);
    }

    private static RawString written(Map<String, Object> thing) {
        // a text with the end of a script element would end the element that holds it
        return new RawString(Frames.json(thing).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"));
    }
}
