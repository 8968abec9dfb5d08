package dev.footnote.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.footnote.explorer.document.Facet;
import dev.footnote.explorer.document.Selection;
import dev.footnote.explorer.view.Address;
import dev.footnote.explorer.view.Wording;
import dev.footnote.metamodel.Attribute;
import dev.footnote.metamodel.EntityType;

/** What a list is narrowed down by: the parameters {@code where=field:value}, and the links that add or remove one. */
record FacetLinks(EntityType type, Address address) {

    private static final String WHERE = "where";
    /** Before a field that is unknown. */
    private static final String MISSING = "no";
    /** Before a number of sources. */
    private static final String SOURCES = "sources";

    /** The filters of the parameters. A field that the list does not have is left to the engine to refuse. */
    List<Map<String, Object>> filters() {
        return address.all(WHERE).stream().filter(where -> where.indexOf(':') > 0).map(where -> {
            String field = where.substring(0, where.indexOf(':'));
            String value = where.substring(where.indexOf(':') + 1);
            if (field.equals(MISSING)) {
                return Map.<String, Object> of(value, Map.of("isNull", true));
            }
            if (field.equals(SOURCES) && value.matches("[0-9]{1,9}")) {
                return Map.<String, Object> of("citations", Map.of("count", Map.of("eq", Integer.valueOf(value))));
            }
            if (type.attribute(field) instanceof Attribute.One) {
                return Map.<String, Object> of(field, Map.of("slug", Map.of("eq", value)));
            }
            return Facet.of(type).stream().filter(facet -> facet.name().equals(field)).findFirst()
                    .orElse(new Facet(field, Facet.Kind.VALUE)).filter(value);
        }).toList();
    }

    List<Templates.FacetContent> of(JsonNode list) {
        List<Templates.FacetContent> contents = new ArrayList<>();
        for (Facet facet : Facet.of(type)) {
            JsonNode groups = list.path(facet.name() + "Facet");
            List<Templates.FacetValue> values = new ArrayList<>();
            groups.path("nodes").forEach(group -> value(facet, group).ifPresent(values::add));
            if (!values.isEmpty()) {
                contents.add(new Templates.FacetContent(Wording.title(facet.name()), values,
                        groups.path("totalCount").asInt() > groups.path("nodes").size()));
            }
        }
        references().forEach(contents::add);
        return contents;
    }

    private Optional<Templates.FacetValue> value(Facet facet, JsonNode group) {
        JsonNode key = group.path("key");
        String value = switch (facet.kind()) {
            case VALUE -> key.path(facet.name()).asText("");
            case YEAR -> year(key.path(facet.name()).path("year"));
            case SOURCE -> key.path("citations").path("source").path("slug").asText("");
        };
        if (value.isEmpty() || value.equals("null")) {
            return Optional.empty();
        }
        String text = switch (facet.kind()) {
            case VALUE -> address.wording().value(type.attribute(facet.name()), key.path(facet.name()));
            case YEAR -> value;
            case SOURCE -> key.path("citations").path("source").path("title").asText();
        };
        return Optional.of(link(text, facet.name() + ":" + value, group.path("count").asInt()));
    }

    private static String year(JsonNode year) {
        return year.isInt() ? String.format(Locale.ROOT, "%04d", year.asInt()) : "";
    }

    private Templates.FacetValue link(String text, String where, int count) {
        boolean chosen = address.all(WHERE).contains(where);
        List<String> wheres = chosen ? address.all(WHERE).stream().filter(one -> !one.equals(where)).toList()
                : Stream.concat(address.all(WHERE).stream(), Stream.of(where)).toList();
        return new Templates.FacetValue(text, address.with(WHERE, wheres), count, chosen);
    }

    /** References that the list is narrowed down to. They are chosen on the page of a record and can be removed here. */
    private Stream<Templates.FacetContent> references() {
        Stream<String> names = Stream.concat(Selection.references(type).stream().map(Attribute::name),
                Stream.of(MISSING, SOURCES));
        return names.flatMap(name -> address.all(WHERE).stream().filter(where -> where.startsWith(name + ":"))
                .map(where -> new Templates.FacetContent(Wording.title(name),
                        List.of(link(where.substring(where.indexOf(':') + 1), where, 0)), false)));
    }
}
