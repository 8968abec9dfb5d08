package dev.footnote.edit.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Citations of a record as a JSON array of objects, for the log of changes. */
final class CitationJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CitationJson() {
    }

    /** @return null if there are none */
    static String write(List<Map<String, String>> citations) {
        try {
            // with sorted keys, so that the same citations always give the same text
            return citations.isEmpty() ? null : JSON.writeValueAsString(citations.stream().map(TreeMap::new).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Map<String, String>> read(String json) {
        try {
            return json == null ? List.of()
                    : new ArrayList<>(JSON.readValue(json, new TypeReference<List<Map<String, String>>>() {
                    }));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
