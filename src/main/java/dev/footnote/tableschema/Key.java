package dev.footnote.tableschema;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Columns whose cells together are there once, or are there in another table.
 *
 * @param resource whose key they name; null where they are a key themselves, empty for their own table
 * @param target the columns of that key
 * @param needed whether none of the cells may be empty
 */
public record Key(List<String> fields, String resource, List<String> target, boolean needed) {

    static Key unique(List<String> fields) {
        return new Key(fields, null, List.of(), false);
    }

    static Key primary(List<String> fields) {
        return new Key(fields, null, List.of(), true);
    }

    static Key foreign(JsonNode json) {
        return new Key(names(json.path("fields")), json.path("reference").path("resource").asText(""),
                names(json.path("reference").path("fields")), false);
    }

    static List<String> names(JsonNode json) {
        List<String> names = new ArrayList<>();
        if (json.isTextual()) {
            names.add(json.asText());
        }
        json.forEach(one -> names.add(one.asText()));
        return List.copyOf(names);
    }

    public boolean isForeign() {
        return resource != null;
    }
}
