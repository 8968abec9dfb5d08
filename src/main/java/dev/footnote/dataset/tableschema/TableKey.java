package dev.footnote.dataset.tableschema;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Key of a table: columns whose combined values are unique, or exist as a key of another table.
 *
 * @param resource table of the referenced key; empty for the same table; null if this is not a foreign key
 * @param target columns of the referenced key
 * @param needed whether none of the cells may be empty
 */
public record TableKey(List<String> fields, String resource, List<String> target, boolean needed) {

    static TableKey unique(List<String> fields) {
        return new TableKey(fields, null, List.of(), false);
    }

    static TableKey primary(List<String> fields) {
        return new TableKey(fields, null, List.of(), true);
    }

    static TableKey foreign(JsonNode json) {
        return new TableKey(names(json.path("fields")), json.path("reference").path("resource").asText(""),
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
